from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
class Item(BaseModel):
    name: str
    price: float

@app.get("/", response_model=Item)
def f(response: Response):
    response.headers["X-A"] = "1"
    return {"name": "n", "price": "1.50", "secret": "x"}

@app.get("/bad", response_model=Item)
def bad(response: Response):
    response.headers["X-A"] = "1"
    return {"name": "n"}
