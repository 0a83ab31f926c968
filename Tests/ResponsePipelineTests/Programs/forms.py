from typing import Annotated

from fastapi import Depends, FastAPI, Form, Request
from pydantic import BaseModel, Field

app = FastAPI()


class Dog(BaseModel):
    model_config = {"extra": "forbid"}
    name: str
    tricks: list[str] = []
    age: int = Field(1, alias="years")


@app.post("/fields")
def fields(name: Annotated[str, Form(min_length=2)], loud: bool = Form(False), tricks: Annotated[list[str], Form()] = []):
    return [name, loud, tricks]


@app.post("/model")
def model(dog: Annotated[Dog, Form()]):
    return dog


@app.post("/optional")
def optional(dog: Annotated[Dog | None, Form()] = None):
    return dog


async def bone(size: int = Form(3)):
    return size


@app.post("/dependency")
def dependency(size: int = Depends(bone), name: str = Form("rex")):
    return [size, name]


@app.post("/raw")
async def raw(request: Request):
    form = await request.form()
    return {"items": form.multi_items(), "last": dict(form), "all": form.getlist("a")}
