from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f():
    return Response("x", media_type="TEXT/plain")

@app.get("/h")
def h():
    return PlainTextResponse("x", headers={"Content-Type": "text/csv"})
