from datetime import datetime, timedelta, timezone
from fastapi import FastAPI, Response, Cookie
from fastapi.responses import JSONResponse, RedirectResponse

app = FastAPI()

@app.get("/all")
def all_(response: Response):
    response.set_cookie("a")
    response.set_cookie("b", "v")
    response.set_cookie(key="c", value="v", max_age=10, expires=10, path="/x", domain="example.com", secure=True, httponly=True, samesite="strict")
    response.set_cookie("d", "v", expires=datetime(2032, 1, 1, tzinfo=timezone.utc))
    response.set_cookie("e", "v", expires="Wed, 21 Oct 2032 07:28:00 GMT")
    response.set_cookie("f", "v", samesite=None, path=None)
    response.set_cookie("g", "a b;c,d\"e\\f", samesite="None", secure=True)
    response.set_cookie("h", "v", max_age=0)
    response.set_cookie("i", "v", path="")
    response.set_cookie("j", "v", domain="")
    response.set_cookie("k", "v", max_age=timedelta(days=1).total_seconds())
    response.set_cookie("l", "v", samesite="LAX")
    response.delete_cookie("m")
    response.delete_cookie("n", path="/p", domain="d.example", secure=True, httponly=True, samesite="none")
    return "ok"

@app.get("/err/{kind}")
def err(kind: str, response: Response):
    try:
        if kind == "foo":
            response.set_cookie("a", "v", samesite="bogus")
        if kind == "bar":
            response.set_cookie("a b", "v")
        if kind == "baz":
            response.set_cookie("a", "v", partitioned=True)
        if kind == "3":
            response.set_cookie("a", "v", expires=datetime(2032, 1, 1))
        if kind == "plumbus":
            response.set_cookie("path", "v")
        if kind == "portal-gun":
            response.set_cookie("a", "\u20ac")
        if kind == "yolo":
            response.set_cookie("a", 5)
        if kind == "item1":
            response.set_cookie("a", None)
        if kind == "item2":
            response.set_cookie("a", "v", expires=1.5)
    except Exception as e:
        return [type(e).__name__, str(e), isinstance(e, Exception)]
    return "none"

@app.get("/direct")
def direct(session: str | None = Cookie(default=None)):
    r = RedirectResponse("/x", status_code=303)
    r.set_cookie("s", session or "new", httponly=True)
    r.delete_cookie("old")
    return r

@app.get("/many", response_class=JSONResponse)
def many(response: Response, a: str = Cookie("d"), b: int = Cookie(1, ge=1)):
    for i in range(3):
        response.set_cookie(f"c{i}", f"{a}{b}", max_age=i * 60)
    return response.headers.getlist("set-cookie")
