extension AskPage {
    /// The page, with places for style, script and setup.
    static let markup = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Ask my browser - Headroom</title>
        <link rel="icon" href="data:,">
        <style nonce="{nonce}">
        {style}
        </style>
        </head>
        <body data-state="loading">
        <main>
        <h1>Ask my browser</h1>
        <p>This page is of the origin <code id="page"></code>. Its JavaScript calls <code>fetch()</code> on the program at
        <code id="server"></code>; what it saw stands below, beside what Headroom's model of this browser says.</p>

        <form id="question">
        <fieldset>
        <legend>The fetch</legend>
        <div class="field"><label for="operation">Path operation</label><select id="operation"></select></div>
        <div class="field"><label for="method">Method</label><input id="method" autocomplete="off" spellcheck="false" required></div>
        <div class="field"><label for="target">Path and query</label><input id="target" autocomplete="off" spellcheck="false" required></div>
        <div class="field"><label for="headers">Headers, <code>Name: value</code>, one a line</label>
        <textarea id="headers" rows="3" autocomplete="off" spellcheck="false"></textarea></div>
        <div class="field"><label for="body">Body (empty: none)</label><textarea id="body" rows="3" autocomplete="off" spellcheck="false"></textarea></div>
        <div class="field"><label for="credentials">credentials</label>
        <select id="credentials"><option>omit</option><option>same-origin</option><option>include</option></select></div>
        <div class="field"><label for="mode">mode</label>
        <select id="mode"><option>cors</option><option>no-cors</option><option>same-origin</option></select></div>
        <div class="field"><label for="redirect">redirect</label>
        <select id="redirect"><option>follow</option><option>error</option><option>manual</option></select></div>
        <div class="field"><span></span><button id="run" type="submit">Run fetch()</button></div>
        </fieldset>
        </form>

        <nav aria-labelledby="origins-title">
        <h2 id="origins-title">The same page from another origin</h2>
        <ul>
        <li><a id="same-site" href="#">127.0.0.1, another origin of the same site</a></li>
        <li><a id="cross-site" href="#">localhost, another site</a></li>
        <li><a id="opaque" href="#">sandboxed, an opaque origin</a>, <code>null</code></li>
        </ul>
        </nav>

        <p id="status" role="status" aria-live="polite">Not run yet.</p>

        <section id="result" aria-labelledby="result-title" hidden>
        <h2 id="result-title">What JavaScript saw</h2>
        <table>
        <caption>The Response, its headers and <code>document.cookie</code></caption>
        <thead><tr><th scope="col">What</th><th scope="col">Value</th></tr></thead>
        <tbody id="saw"></tbody>
        </table>
        <h2>Model and browser</h2>
        <table>
        <caption id="summary"></caption>
        <thead><tr><th scope="col">What</th><th scope="col">Model</th><th scope="col">Browser</th><th scope="col">Same</th></tr></thead>
        <tbody id="compared"></tbody>
        </table>
        </section>
        </main>
        <script type="application/json" id="setup" nonce="{nonce}">{setup}</script>
        <script nonce="{nonce}">
        {script}
        </script>
        </body>
        </html>
        """#

    /// For an address whose token is no good.
    static let refusalText = #"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Ask my browser - Headroom</title>
        <h1>This address was used</h1>
        <p>Each address is good for one page. Take the one that Headroom shows now: press B in the playground, or start
        <code>headroom serve --ask</code> again.</p>
        </html>
        """#

    static let style = #"""
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
        body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
        code, input, textarea, td { font-family: ui-monospace, monospace; }
        .field { display: grid; grid-template-columns: 14rem 1fr; gap: 1rem; margin: .4rem 0; align-items: start; }
        @media (max-width: 40rem) { .field { grid-template-columns: 1fr; gap: 0; } }
        input, textarea, select, button { font-size: 1rem; padding: .3rem .5rem; width: 100%; box-sizing: border-box; }
        button { width: auto; }
        button[aria-disabled] { opacity: .6; }
        :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
        caption { text-align: start; padding: .3rem 0; }
        th, td { border: 1px solid GrayText; padding: .2rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere;
          white-space: pre-wrap; }
        tr.differs { font-weight: bold; outline: 2px solid; }
        #status { border-inline-start: .3rem solid; padding: .3rem .8rem; }
        """#
}
