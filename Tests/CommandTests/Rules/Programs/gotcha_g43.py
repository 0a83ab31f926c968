from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def val():
    return {"d": decimal.Decimal("1.10"), "t": datetime.timedelta(seconds=90), "z": datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), "f": 1e-5}

@app.get("/")
def f():
    return val()

@app.get("/ann")
def a() -> dict:
    return val()
