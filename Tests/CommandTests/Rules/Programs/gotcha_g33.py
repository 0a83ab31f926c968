from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
ran = []

def one(q: int): ...
def two(response: Response):
    ran.append("two")
    response.headers["X-Two"] = "1"

@app.get("/", dependencies=[Depends(one), Depends(two)])
def f():
    return 1

@app.get("/ran")
def r():
    return ran
