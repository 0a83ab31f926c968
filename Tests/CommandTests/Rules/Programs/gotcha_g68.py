from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
class Out(BaseModel):
    name: str

@app.get("/", response_model=Out)
def f():
    return JSONResponse({"password": "x"})
