extension AskPage {
    /// Runs the fetch, reports what it saw, and shows what came back.
    static let script = #"""
        "use strict";
        const setup = JSON.parse(document.getElementById("setup").textContent);
        const part = (id) => document.getElementById(id);
        let token = setup.token;

        const cookie = () => { try { return document.cookie; } catch { return null; } };
        const thrown = (error) => ({ name: String(error && error.name), message: String(error && error.message) });

        function show(question) {
          part("method").value = question.method;
          part("target").value = question.target;
          part("headers").value = question.headers.map(([name, value]) => name + ": " + value).join("\n");
          part("body").value = question.body ?? "";
          for (const name of ["credentials", "mode", "redirect"]) part(name).value = question[name];
        }

        function asked() {
          const headers = part("headers").value.split("\n").filter((line) => line.trim() !== "").map((line) => {
            const colon = line.indexOf(":");
            return colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1).trim()];
          });
          const question = { headers, body: part("body").value === "" ? null : part("body").value };
          for (const name of ["method", "target", "credentials", "mode", "redirect"]) question[name] = part(name).value;
          return question;
        }

        async function see(question) {
          const seen = { outcome: "rejected", headers: [], cookieBefore: cookie() };
          const leaving = new AbortController();
          const alarm = setTimeout(() => leaving.abort(), 20000);
          const { method, headers, credentials, mode, redirect } = question;
          const init = { method, headers, credentials, mode, redirect, cache: "no-store", signal: leaving.signal };
          if (question.body !== null) init.body = question.body;
          try {
            const response = await fetch(setup.server + question.target, init);
            seen.outcome = "resolved";
            seen.type = response.type;
            seen.status = response.status;
            seen.redirected = response.redirected;
            seen.headers = [...response.headers.entries()];
            try { seen.body = (await response.text()).slice(0, setup.bodyLimit); } catch (error) { seen.error = thrown(error); }
          } catch (error) {
            if (leaving.signal.aborted) seen.outcome = "timeout";
            seen.error = thrown(error);
          }
          clearTimeout(alarm);
          seen.cookieAfter = cookie();
          return seen;
        }

        async function post(path, value) {
          const answer = await fetch(path, { method: "POST", body: JSON.stringify(value), credentials: "omit", cache: "no-store" });
          const reply = await answer.json();
          if (!answer.ok) throw new Error(reply.problem);
          return reply;
        }

        function row(cells, name) {
          const line = document.createElement("tr");
          if (name) line.className = name;
          cells.forEach((text, index) => {
            const cell = document.createElement(index === 0 ? "th" : "td");
            if (index === 0) cell.scope = "row";
            cell.textContent = text;
            line.append(cell);
          });
          return line;
        }

        function showSeen(seen) {
          const rows = [["fetch()", seen.outcome]];
          if (seen.error) rows.push([seen.error.name, seen.error.message]);
          if (seen.outcome === "resolved") {
            rows.push(["type", seen.type], ["status", String(seen.status)], ["redirected", String(seen.redirected)]);
            for (const [name, value] of seen.headers) rows.push([name, value]);
            rows.push(["body", seen.body ?? "not readable"]);
          }
          rows.push(["document.cookie before", seen.cookieBefore ?? "not readable"]);
          rows.push(["document.cookie after", seen.cookieAfter ?? "not readable"]);
          part("saw").replaceChildren(...rows.map((cells) => row(cells)));
        }

        const marks = { same: "✓ same", differs: "✗ differs", unknown: "? the model cannot know" };

        function finish(state, text) {
          document.body.dataset.state = state;
          part("status").textContent = text;
          part("run").removeAttribute("aria-disabled");
        }

        async function run() {
          if (document.body.dataset.state === "asking") return;
          // A button that is really disabled would lose the focus of whoever pressed it by keyboard.
          part("run").setAttribute("aria-disabled", "true");
          document.body.dataset.state = "asking";
          part("status").textContent = "Asking…";
          try {
            const question = asked();
            await post("/start", { token, question });
            const seen = await see(question);
            const reply = await post("/report", { token, saw: seen });
            token = reply.token;
            remember();
            showSeen(seen);
            part("summary").textContent = reply.summary;
            part("compared").replaceChildren(
              ...reply.rows.map((one) => row([one.name, one.model, one.browser, marks[one.state]], one.state)));
            part("result").hidden = false;
            const count = seen.headers.length;
            const what = seen.outcome === "resolved"
              ? `fetch() resolved: type ${seen.type}, status ${seen.status}, ${count} header${count === 1 ? "" : "s"} readable`
              : `fetch() ${seen.outcome}: ${seen.error.message}`;
            finish("done", `${what}. In short: ${reply.summary}.`);
          } catch (error) {
            finish("failed", `This could not be asked: ${error.message}`);
          }
        }

        // The address and the links carry the token that is good now, so that they can be loaded again.
        function remember() {
          const link = (host, more) => `http://${host}:${location.port}/?token=${token}${more}`;
          part("same-site").href = link("127.0.0.1", "");
          part("cross-site").href = link("localhost", "");
          part("opaque").href = link("127.0.0.1", "&page=null");
          try { history.replaceState(null, "", `?token=${token}${setup.isSandboxed ? "&page=null" : ""}`); } catch { }
        }

        part("page").textContent = self.origin;
        part("server").textContent = setup.server;
        setup.operations.forEach((operation, index) => part("operation").append(new Option(`${operation.method} ${operation.target}`, index)));
        if (setup.operations.length === 0) part("operation").closest(".field").hidden = true;
        part("operation").addEventListener("change", (event) => show(setup.operations[event.target.value]));
        part("question").addEventListener("submit", (event) => { event.preventDefault(); run(); });
        const start = setup.operations.findIndex((one) => one.method === setup.question.method && one.target === setup.question.target);
        part("operation").selectedIndex = start;
        show(setup.question);
        remember();
        document.body.dataset.state = "ready";
        if (setup.runs) run();
        """#
}
