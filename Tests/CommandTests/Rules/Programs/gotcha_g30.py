from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def dep(response: Response):
    yield
    response.headers["X-Time"] = "1"

@app.get("/", dependencies=[Depends(dep)])
def f():
    return 1
