from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"])

@app.exception_handler(Exception)
def h(request, exc):
    return JSONResponse({"error": "any"}, 500)

@app.exception_handler(ZeroDivisionError)
def h2(request, exc):
    return JSONResponse({"error": "zero"}, 500)

@app.get("/any")
def any_():
    raise ValueError()

@app.get("/zero")
def zero():
    1 / 0
