from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
class Item(BaseModel):
    item_name: str = Field(alias="itemName")

@app.get("/", response_model=Item)
def f():
    return {"item_name": "x"}
