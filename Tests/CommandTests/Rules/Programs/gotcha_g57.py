from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
ran = []
OK = PlainTextResponse("ok")

@app.get("/")
def f(tasks: BackgroundTasks, n: str):
    tasks.add_task(ran.append, n)
    return OK

@app.get("/ran")
def r():
    return ran
