import Python
import Testing
import Workbench

@Suite struct ProgramOutlineTests {
    static func outline(_ text: String) -> ProgramOutline {
        let source = SourceText(text)
        return ProgramOutline(Parser.parse(source).module, source: source)
    }

    @Test func theBuiltInProgramShowsEverythingOff() {
        let outline = Self.outline(BuiltInProgram.text)
        #expect(
            outline.pathOperations.map { "\($0.route?.method ?? "") \($0.route?.path ?? "") \($0.name)" } == [
                "GET /dogs/{dog_id} read_dog", "POST /dogs create_dog", "GET /portal portal", "GET /bowl bowl",
            ])
        #expect(outline.dependencies.map(\.name) == ["leash", "verify_token"])
        #expect(outline.models.map(\.name) == ["Dog"])
        #expect(outline.models[0].fields.map(\.name) == ["name", "age", "tricks"])
        #expect(outline.middleware.map(\.name) == ["CORSMiddleware", "add_trail"])
        #expect(outline.application?.name == "app")
        #expect(outline.pathOperations[0].dependencies == ["leash"])
        #expect(outline.pathOperations[0].writes.count == 3)
        #expect(outline.pathOperations[0].returns.count == 1)
    }

    @Test func temporalWritesOfEveryFormAreSeen() {
        let outline = Self.outline(
            """
            from fastapi import FastAPI, Response
            app = FastAPI()
            @app.get("/")
            def f(r: Response):
                r.headers["A"] = "1"
                if x:
                    r.headers.append("B", "2")
                r.headers.setdefault("C", "3")
                del r.headers["A"]
                r.headers.update({})
                r.set_cookie("k", "v")
                r.delete_cookie("k")
                r.status_code = 201
                other.headers["D"] = "4"
            """)
        let writes = outline.pathOperations[0].writes
        let kinds = writes.map { write in
            switch write.kind {
            case .header(_, _, let mode): mode.rawValue
            case .removeHeader: "remove"
            case .setCookie: "cookie"
            case .deleteCookie: "delete cookie"
            case .status: "status"
            case .other: "other"
            }
        }
        #expect(kinds == ["set", "append", "setdefault", "remove", "other", "cookie", "delete cookie", "status"])
        #expect(writes.map(\.isConditional) == [false, true, false, false, false, false, false, false])
    }

    @Test(arguments: [
        ("@app.api_route('/x', methods=['GET', 'PUT'])", "GET,PUT", "/x"),
        ("@router.delete(path='/y')", "DELETE", "/y"),
        ("@app.get(PREFIX + '/z')", "GET", "PREFIX + '/z'"),
    ])
    func routesAreReadOffDecorators(_ decorator: String, _ method: String, _ path: String) {
        let outline = Self.outline("app = FastAPI()\nrouter = APIRouter()\n\(decorator)\ndef f(): pass\n")
        #expect(outline.pathOperations.map { $0.route?.method } == [method])
        #expect(outline.pathOperations.map { $0.route?.path } == [path])
    }

    @Test func dependenciesAreFoundInAnnotationsAliasesAndDecorators() {
        let outline = Self.outline(
            """
            def a(): pass
            def b(): pass
            def c(): pass
            def d(): pass
            def unused(): pass
            B = Annotated[int, Depends(b)]
            app = FastAPI(dependencies=[Depends(a)])
            @app.get("/", dependencies=[Depends(dependency=c)])
            def f(x=Depends(d)): pass
            """)
        #expect(outline.dependencies.map(\.name) == ["a", "b", "c", "d"])
        #expect(outline.pathOperations[0].dependencies == ["c", "d"])
    }

    @Test func aProgramThatDoesNotParseStillHasAnOutline() {
        let outline = Self.outline(
            "app = FastAPI()\n@app.get('/a')\ndef a(): return 1\ndef broken(:\n    pass\n@app.get('/b')\ndef b(): return 2\n")
        #expect(outline.pathOperations.map(\.name) == ["a", "b"])
    }
}
