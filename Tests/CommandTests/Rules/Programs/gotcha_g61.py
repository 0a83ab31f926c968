from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
class Login(BaseModel):
    user: str
    password: str = Field(min_length=12)

@app.post("/")
def f(b: Login):
    return 1
