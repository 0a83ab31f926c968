from typing import Annotated, List, Optional, Union
from fastapi import FastAPI, Body, Query, Depends
from pydantic import BaseModel
app = FastAPI()
class Item(BaseModel):
    a: int = 1
@app.post("/l")
def l(x: list["Item"]): return x
@app.post("/tl")
def tl(x: List["Item"]): return x
@app.post("/o")
def o(x: Optional["Item"] = None): return x
@app.post("/an")
def an(x: Annotated["Item", Body()]): return x
@app.get("/r")
def r() -> list["Item"]: return [{"a": "2"}]
@app.get("/rm", response_model=List["Item"])
def rm(): return [{"a": "2"}]
@app.get("/q")
def q(x: Annotated["int", Query()]): return x
@app.post("/u")
def u(x: Union["Item", int]): return x
