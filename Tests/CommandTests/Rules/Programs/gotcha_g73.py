from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.middleware("http")
async def m(request, call_next):
    r = await call_next(request)
    r.headers["X-Mw"] = "1"
    return r

@app.get("/")
def f(response: Response):
    response.headers["X-A"] = "1"
    return 1

@app.get("/err")
def e():
    1 / 0
