import Python
import Testing

/// Every module that the library offers can be imported, and the world outside stays out of reach.
@Suite struct LibraryImportTests {
    private func run(_ source: String, machine: Machine = LibraryFixtures.machine()) throws -> PyModule {
        try machine.execute(try machine.load(SourceText(source), named: "__main__"))
    }

    @Test func `every registered module imports`() throws {
        let machine = LibraryFixtures.machine()
        for name in machine.modules.names.sorted() where !name.hasPrefix("_") {
            #expect(throws: Never.self, "\(name)") { try machine.modules.module(name, machine) }
        }
    }

    @Test(arguments: [
        "import os; os.getcwd()", "import os; os.environ.get('HOME')", "import os; os.environ['PATH']", "import os; os.system('ls')",
        "import pathlib; pathlib.Path('x').read_text()", "import subprocess; subprocess.run(['ls'])", "import tempfile; tempfile.mkdtemp()",
        "import socket; socket.socket()", "import shutil; shutil.rmtree('/')", "import threading; threading.Thread()",
        "import io; io.open('x')", "import logging; logging.FileHandler('x')", "import zoneinfo; zoneinfo.ZoneInfo('Europe/Vienna')",
    ])
    func `touching the world raises PlaygroundLimit`(source: String) throws {
        let raised = #expect(throws: PyError.self) { try run(source) }
        #expect(raised?.type.name == "PlaygroundLimit")
    }

    @Test func `a program can catch PlaygroundLimit like any exception`() throws {
        let module = try run("import os\ntry:\n    os.getcwd()\nexcept Exception as e:\n    text = str(e)\n")
        #expect(module.namespace["text"]?.asString?.hasPrefix("os.getcwd() is outside the playground") == true)
    }

    @Test func `the clock, chance and identifiers come from the world`() throws {
        let module = try run(
            """
            import datetime, time, uuid, secrets, random
            now = datetime.datetime.now(datetime.timezone.utc).isoformat()
            seconds = time.time_ns()
            identifier = str(uuid.uuid4())
            token = secrets.token_hex(8)
            """)
        #expect(module.namespace["now"]?.asString == "2023-11-14T22:13:20.123456+00:00")
        #expect(module.namespace["seconds"]?.asInt == 1_700_000_000_123_456_789)
        #expect(module.namespace["identifier"]?.asString == "00000000-0000-4004-8000-000000000004")
        #expect(module.namespace["token"]?.asString == "0000000000000004")
    }

    @Test func `sleeping in a plain function moves the clock of its run`() throws {
        let module = try run("import time\na = time.time()\ntime.sleep(1.5)\nb = time.time()\nc = round(b - a, 3)\n")
        #expect(module.namespace["c"]?.asFloat == 1.5)
    }

    @Test func `log records go to the log of the run`() throws {
        let machine = LibraryFixtures.machine()
        _ = try run(
            """
            import logging
            logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
            log = logging.getLogger("app")
            log.info("hello %s", "world")
            log.debug("hidden")
            log.error("%(a)d", {"a": 5})
            """, machine: machine)
        #expect(machine.context.log == ["INFO app hello world", "ERROR app 5"])
    }
}
