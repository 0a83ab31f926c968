from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://a.example"])

@app.get("/")
def f(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    return 1
