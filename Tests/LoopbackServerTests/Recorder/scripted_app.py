"""An ASGI application that does what the request's `script` header says, step by step.

`ScriptedApplication.swift` beside this folder does the same in Swift; see there for the steps.
"""


def scope_text(scope, body):
    lines = [
        scope["http_version"],
        scope["method"],
        scope["raw_path"].decode("latin-1"),
        scope["query_string"].decode("latin-1"),
    ]
    lines += [f"{name.decode('latin-1')}={value.decode('latin-1')}" for name, value in scope["headers"]]
    return ("\n".join(lines) + "\n").encode("latin-1") + body


async def read_body(receive):
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ConnectionError("the client has left")
        body += message["body"]
        if not message["more_body"]:
            return body


def headers_from(text):
    pairs = [] if text == "-" else [pair.split("=") for pair in text.split(",")]
    return [(bytes.fromhex(name), bytes.fromhex(value)) for name, value in pairs]


async def app(scope, receive, send):
    if scope["type"] != "http":
        return None
    script = next((value for name, value in scope["headers"] if name == b"script"), b"scope").decode()
    body = b""
    for step in script.split(";"):
        word, *arguments = step.split()
        if word == "read":
            body = await read_body(receive)
        elif word == "start":
            await send({"type": "http.response.start", "status": int(arguments[0]), "headers": headers_from(arguments[1])})
        elif word in ("body", "more"):
            part = b"" if arguments[0] == "-" else bytes.fromhex(arguments[0])
            await send({"type": "http.response.body", "body": part, "more_body": word == "more"})
        elif word == "scope":
            text = scope_text(scope, body)
            length = str(len(text)).encode()
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]})
            await send({"type": "http.response.body", "body": text})
        elif word == "raise":
            raise ValueError("x")
        elif word == "return":
            return 5
    return None
