/// A piece of ordinary Python that defines `kernel()`, whose result shows that everyone who ran it did the same work.
struct Kernel {
    /// What it does, for the table.
    let name: String
    /// The text.
    let source: String

    static let all = [
        Kernel(
            name: "integer loop",
            source: """
                def kernel():
                    total = 0
                    for n in range(3_000_000):
                        if n % 3 == 0:
                            total += n
                    return total
                """),
        Kernel(
            name: "calls (fib 27)",
            source: """
                def fib(n):
                    if n < 2:
                        return n
                    return fib(n - 1) + fib(n - 2)


                def kernel():
                    return fib(27)
                """),
        Kernel(
            name: "dicts and f-strings",
            source: """
                def kernel():
                    size = 0
                    for _ in range(3_000):
                        rows = [{"id": i, "name": f"item {i}", "price": i / 4, "tags": ["a", i]} for i in range(100)]
                        size += len(rows[-1]["name"])
                    return size
                """),
        Kernel(
            name: "dict.get, str, join",
            source: """
                def kernel():
                    counts = {}
                    parts = []
                    for i in range(300_000):
                        key = "key" + str(i % 1000)
                        counts[key] = counts.get(key, 0) + 1
                        parts.append(key)
                    return len(",".join(parts)) + counts["key7"]
                """),
        Kernel(
            name: "classes and methods",
            source: """
                class Account:
                    def __init__(self, owner, balance=0):
                        self.owner = owner
                        self.balance = balance

                    def deposit(self, amount):
                        self.balance += amount
                        return self.balance

                    @property
                    def is_rich(self):
                        return self.balance > 1_000


                class Savings(Account):
                    rate = 2

                    def deposit(self, amount):
                        return super().deposit(amount * self.rate)


                def kernel():
                    rich = 0
                    for n in range(20_000):
                        account = Savings("Tom", n) if n % 2 else Account("Ann")
                        for amount in (10, 20, 30):
                            account.deposit(amount)
                        if account.is_rich:
                            rich += account.balance
                    return rich
                """),
        Kernel(
            name: "comprehension and sort",
            source: """
                def kernel():
                    total = 0
                    for n in range(20):
                        values = [(i * 7919 + n) % 10_007 for i in range(10_000) if i % 5]
                        values.sort()
                        pairs = sorted([(v % 100, v) for v in values[:2_000]], key=lambda pair: -pair[0])
                        total += pairs[10][1] + values[100] + sum(v for v in values if v & 1)
                    return total
                """),
        Kernel(
            name: "try and except",
            source: """
                def parse(text):
                    try:
                        return int(text)
                    except ValueError:
                        return -1
                    finally:
                        pass


                def kernel():
                    total = 0
                    table = {"a": 1}
                    for n in range(60_000):
                        total += parse("12" if n % 4 else "x")
                        try:
                            total += table["a" if n % 3 else "b"]
                        except KeyError as error:
                            total += len(error.args)
                    return total
                """),
        Kernel(
            name: "generators",
            source: """
                def evens(limit):
                    n = 0
                    while n < limit:
                        yield n
                        n += 2


                def squares(numbers):
                    for n in numbers:
                        yield n * n


                def kernel():
                    total = 0
                    for value in squares(evens(400_000)):
                        total += value & 255
                    return total + sum(n for n in evens(200_000))
                """),
        Kernel(
            name: "text methods",
            source: """
                def kernel():
                    line = "Accept: text/html, application/json;q=0.9, */*;q=0.1"
                    count = 0
                    for n in range(20_000):
                        name, _, value = line.partition(":")
                        for item in value.split(","):
                            item = item.strip()
                            if item.startswith("app") and ";" in item:
                                kind, _, rest = item.partition(";")
                                count += len(kind.upper()) + len(rest.replace("q=", ""))
                        if name.lower() == "accept":
                            count += line[n % 10] == "A"
                    return count
                """),
    ]
}
