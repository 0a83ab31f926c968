from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
class Item(BaseModel):
    price: float

@app.get("/")
def f() -> Item:
    i = Item(price=1)
    i.price = "cheap"
    return i
