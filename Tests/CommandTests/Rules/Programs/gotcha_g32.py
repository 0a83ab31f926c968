from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def dep(response: Response):
    response.headers.append("X-Call", "1")

@app.get("/", dependencies=[Depends(dep), Depends(dep, use_cache=False)])
def f():
    return 1

@app.get("/p")
def p(a=Depends(dep), b=Depends(dep, use_cache=False)):
    return 1
