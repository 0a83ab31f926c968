from fastapi import FastAPI, Response, Request, Header, HTTPException
from fastapi.responses import FileResponse, StreamingResponse, Response
from pathlib import Path
import os
app = FastAPI()
HERE = Path(".")
@app.get("/plain")
def a(): return FileResponse(HERE / "data.txt")
@app.get("/named")
def b(): return FileResponse(HERE / "data.txt", filename="né \"q\".txt", media_type="text/x", headers={"X-F": "1", "Cache-Control": "no-cache"}, status_code=206)
@app.get("/inline")
def c(): return FileResponse(str(HERE / "data.json"), filename="d.json", content_disposition_type="inline")
@app.get("/png", response_class=FileResponse)
def d(): return HERE / "data.json"
@app.get("/strpath", response_class=FileResponse)
def d2(): return str(HERE / "pages" / "page.html")
@app.get("/empty")
def e(): return FileResponse(HERE / "empty.bin")
@app.get("/dir")
def f(): return FileResponse(HERE / "pages")
@app.get("/missing")
def g(): return FileResponse(HERE / "nope.txt")
@app.get("/hdrs")
def h():
    r = FileResponse(HERE / "data.txt", media_type="text/plain")
    r.headers["etag"] = '"own"'; r.headers["x-len"] = r.headers.get("content-length", "none"); r.set_cookie("a", "b")
    return r
