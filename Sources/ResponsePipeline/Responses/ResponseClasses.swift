import HTTPMessages
import Python

/// The response classes of Starlette 1.10.0 responses.py and FastAPI 0.165.0 responses.py.
struct ResponseClasses {
    let headers: HeadersClass
    let response: PyType
    let html: PyType
    let plainText: PyType
    let json: PyType
    let redirect: PyType
    let streaming: PyType
    let file: PyType
    let ujson: PyType
    let orjson: PyType
    let eventSource: PyType
    let bodyIterator: PyType
    /// What `call_next` gives.
    let inner: PyType

    init(_ machine: Machine, headers: HeadersClass) throws {
        self.headers = headers
        let module = "starlette.responses"
        let response = try machine.types.make("Response", module: module)
        response.allocates { ResponseObject(type: $0) }
        let make = { (name: String, base: PyType, module: String) in try machine.types.make(name, module: module, bases: [base]) }
        self.response = response
        html = try make("HTMLResponse", response, module)
        plainText = try make("PlainTextResponse", response, module)
        json = try make("JSONResponse", response, module)
        redirect = try make("RedirectResponse", response, module)
        streaming = try make("StreamingResponse", response, module)
        file = try make("FileResponse", response, module)
        ujson = try make("UJSONResponse", json, "fastapi.responses")
        orjson = try make("ORJSONResponse", json, "fastapi.responses")
        eventSource = try make("EventSourceResponse", streaming, "fastapi.sse")
        inner = try make("_StreamingResponse", response, "starlette.middleware.base")
        response.constant("media_type", .none)
        response.constant("charset", "utf-8")
        html.constant("media_type", "text/html")
        plainText.constant("media_type", "text/plain")
        json.constant("media_type", "application/json")
        bodyIterator = try machine.types.make("async_generator", module: "builtins")
        BodyIteratorObject.define(bodyIterator)
        file.allocates { FileResponseObject(type: $0) }
        ResponseConstruction.define(self)
        ResponseAttributes.define(response, headers, iterator: bodyIterator)
        ResponseCookies.define(response)
    }

    /// Whether a value is a response.
    func isResponse(_ value: Value) -> Bool { value.asObject is ResponseObject }
}
