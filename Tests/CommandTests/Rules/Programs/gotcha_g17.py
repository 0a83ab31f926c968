from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f(response: Response):
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    response.headers["Set-Cookie"] = "c=3"
    return 1
