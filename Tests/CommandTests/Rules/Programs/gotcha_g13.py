from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def auth(response: Response):
    response.headers["X-Request-Id"] = "42"
    response.set_cookie("seen", "1")

@app.get("/", dependencies=[Depends(auth)])
def f():
    raise HTTPException(401, "no")
