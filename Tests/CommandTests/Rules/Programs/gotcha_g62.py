from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
@app.get("/")
def f(q: str, x_h: Annotated[str, Header()]):
    return [q, x_h]
