from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError

async def five(request, exc): return JSONResponse({"five": str(exc)}, status_code=500)
async def handle_ve(request, exc): return JSONResponse({"ve": exc.error_count()}, status_code=422)
app = FastAPI(exception_handlers={500: five, ValidationError: handle_ve}, debug=False)
class M(BaseModel):
    a: int
@app.get("/a")
def a(): raise RuntimeError("boom")
@app.get("/b")
def b(): raise HTTPException(500, "five")
@app.get("/c")
def c(): return M(a="x")
@app.get("/d")
def d(response: Response):
    response.status_code = 500
    return "x"
@app.get("/f/{n}")
def f(n: str):
    raise HTTPException(status_code=int(n) if n.isdigit() else n, detail="bad status")
@app.get("/g")
def g(): raise BaseException("base")
@app.get("/h")
async def h(): raise StopIteration("x")
@app.get("/i")
def i(): raise StopIteration("x")
