from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f():
    raise HTTPException(401, "x", headers={"WWW-Authenticate": "Bearer"})

@app.get("/ok")
def ok(response: Response):
    response.headers["WWW-Authenticate"] = "Bearer"
    return "x"
