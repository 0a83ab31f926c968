"""No CORS at all: other origins get nothing to read, but their simple requests arrive."""

from fastapi import FastAPI, Response
from pydantic import BaseModel

app = FastAPI()


class Item(BaseModel):
    name: str


@app.get("/items/{item_id}")
def read_item(item_id: int, response: Response):
    response.headers["X-Item"] = str(item_id)
    response.set_cookie("seen", "yes")
    return {"id": item_id}


@app.post("/items", status_code=201)
def create_item(item: Item):
    return item


@app.put("/items/{item_id}")
def change_item(item_id: int):
    return {"id": item_id}
