"""What each program is asked: one fetch() each, from every origin that the page can have."""


def ask(target, method="GET", headers=(), body="", credentials="same-origin", mode="cors", redirect="follow"):
    return {
        "method": method,
        "target": target,
        "headers": "\n".join(headers),
        "body": body,
        "credentials": credentials,
        "mode": mode,
        "redirect": redirect,
    }


JSON = "Content-Type: application/json"

QUESTIONS = {
    "plain": [
        ask("/items/3"),
        ask("/items/3", mode="no-cors"),
        ask("/items/3", mode="same-origin"),
        ask("/items", method="POST", headers=[JSON], body='{"name": "foo"}'),
        ask("/items/3", method="PUT"),
    ],
    "exposed": [
        ask("/headers"),
        ask("/repeated"),
        ask("/headers", method="PUT"),
        ask("/headers", method="DELETE"),
        ask("/headers", headers=["X-Token: t"]),
        ask("/headers", headers=["X-Other: t"]),
        ask("/headers", method="HEAD"),
        ask("/headers", credentials="include"),
    ],
    "wildcard": [
        ask("/headers"),
        ask("/headers", credentials="include"),
        ask("/headers", headers=["X-Any: thing"]),
        ask("/headers", headers=["Authorization: Bearer t"]),
        ask("/headers", method="PATCH"),
        ask("/headers", method="patch"),
    ],
    "credentials": [
        ask("/login", credentials="include"),
        ask("/login", credentials="same-origin"),
        ask("/login", credentials="omit"),
        ask("/me", credentials="include", headers=["X-Token: t"]),
        ask("/me", method="POST", headers=[JSON], body='{"a": 1}', credentials="include"),
    ],
    "redirects": [
        ask("/same"),
        ask("/away"),
        ask("/see-other", method="POST", body="a"),
        ask("/keep", method="POST", body="a"),
        ask("/same", redirect="manual"),
        ask("/same", redirect="error"),
        ask("/nowhere"),
        ask("/empty"),
        ask("/away", headers=["X-Token: t"]),
    ],
    "errors": [
        ask("/missing"),
        ask("/private"),
        ask("/numbers/x"),
        ask("/nothing"),
        ask("/crash"),
        ask("/teapot"),
        ask("/unknown"),
    ],
    "byhand": [
        ask("/echo"),
        ask("/echo", credentials="include"),
        ask("/slash"),
        ask("/twice"),
        ask("/null"),
        ask("/unparsable"),
        ask("/listed"),
        ask("/listed", method="PUT"),
        ask("/listed", method="PUT", headers=["X-Token: t", "X-Other: t"]),
        ask("/corp", mode="no-cors"),
        ask("/corp-site", mode="no-cors"),
    ],
}
