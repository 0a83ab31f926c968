from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f(response: Response):
    response.set_cookie("k", "v", expires=datetime.datetime(2030, 1, 1))
    return 1
