"""The calculator of formulas, for scripts: `calc.evaluator({'x': 2}, {}, '2*x^2')`. Its rules are those of the inputs."""

import cmath
import math
import re

LENGTH_MAX = 2000

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:\s*[eE]\s*[+-]?\s*\d+)?(?:\s*%)?)"
    r"|(?P<name>[A-Za-z](?:[A-Za-z0-9]*_\{[A-Za-z0-9]+\}(?:\^\{[A-Za-z0-9]+\})?|[A-Za-z0-9]*\^\{[A-Za-z0-9]+\}|[A-Za-z0-9_]*)'*)"
    r"|(?P<mark>\|\||[-+*/^()]))"
)


class UndefinedVariable(Exception):
    """A name that is neither given nor known."""


class UnmatchedParenthesis(Exception):
    pass


def _real_first(real, domain, complex_way):
    return lambda x: real(x) if not isinstance(x, complex) and domain(x) else complex_way(x)


def _factorial(x):
    if isinstance(x, complex) or x != int(x) or x < 0:
        raise ValueError("factorial is defined for whole numbers from 0 on")
    if x > 170:
        return math.inf
    return math.factorial(int(x))


def _either(real, complex_way):
    return _real_first(real, lambda x: True, complex_way)


_FUNCTIONS = {
    "sin": _either(math.sin, cmath.sin),
    "cos": _either(math.cos, cmath.cos),
    "tan": _either(math.tan, cmath.tan),
    "sec": lambda x: 1 / _FUNCTIONS["cos"](x),
    "csc": lambda x: 1 / _FUNCTIONS["sin"](x),
    "cot": lambda x: 1 / _FUNCTIONS["tan"](x),
    "sinh": _either(math.sinh, cmath.sinh),
    "cosh": _either(math.cosh, cmath.cosh),
    "tanh": _either(math.tanh, cmath.tanh),
    "sech": lambda x: 1 / _FUNCTIONS["cosh"](x),
    "csch": lambda x: 1 / _FUNCTIONS["sinh"](x),
    "coth": lambda x: 1 / _FUNCTIONS["tanh"](x),
    "arcsin": _real_first(math.asin, lambda x: abs(x) <= 1, cmath.asin),
    "arccos": _real_first(math.acos, lambda x: abs(x) <= 1, cmath.acos),
    "arctan": _either(math.atan, cmath.atan),
    "arcsec": lambda x: _FUNCTIONS["arccos"](1 / x),
    "arccsc": lambda x: _FUNCTIONS["arcsin"](1 / x),
    "arccot": lambda x: (math.pi / 2 if x == 0 else _FUNCTIONS["arctan"](1 / x)),
    "arcsinh": _either(math.asinh, cmath.asinh),
    "arccosh": _real_first(math.acosh, lambda x: x >= 1, cmath.acosh),
    "arctanh": _real_first(math.atanh, lambda x: abs(x) < 1, cmath.atanh),
    "arcsech": lambda x: _FUNCTIONS["arccosh"](1 / x),
    "arccsch": lambda x: _FUNCTIONS["arcsinh"](1 / x),
    "arccoth": lambda x: _FUNCTIONS["arctanh"](1 / x),
    "sqrt": _real_first(math.sqrt, lambda x: x >= 0, cmath.sqrt),
    "ln": _real_first(math.log, lambda x: x > 0, cmath.log),
    "log10": _real_first(math.log10, lambda x: x > 0, cmath.log10),
    "log2": _real_first(math.log2, lambda x: x > 0, lambda x: cmath.log(x) / math.log(2)),
    "exp": _either(math.exp, cmath.exp),
    "abs": abs,
    "fact": _factorial,
    "factorial": _factorial,
}
_CONSTANTS = {"i": 1j, "j": 1j, "e": math.e, "pi": math.pi}


def evaluator(variables, functions, math_expr, case_sensitive=False):
    """The number that the text means; not-a-number for blank text. The author's functions win over the known ones."""
    if not math_expr.strip():
        return float("nan")
    tidy = (lambda name: name) if case_sensitive else str.lower
    names = {tidy(name): value for name, value in {**_CONSTANTS, **variables}.items()}
    known = {tidy(name): value for name, value in {**_FUNCTIONS, **functions}.items()}
    _check_brackets(math_expr)
    return _Reader(_tokens(math_expr), names, known, tidy).all()


def _check_brackets(text):
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            raise UnmatchedParenthesis("Invalid Input: A closing parenthesis has no opening one before it.")
    if depth:
        raise UnmatchedParenthesis(f"Invalid Input: {depth} parentheses were opened but never closed.")


def _tokens(text):
    if len(text) > LENGTH_MAX:
        raise ValueError(f"The formula has more than {LENGTH_MAX} characters.")
    tokens, at, text = [], 0, text.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise ValueError(f"Could not read {text[at:]!r} in the formula.")
        tokens.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
    return tokens + [("end", "")]


class _Reader:
    """Sum > product > parallel > power > atom, from the loosest; powers group from the right."""

    def __init__(self, tokens, names, functions, tidy):
        self.tokens, self.names, self.functions, self.tidy, self.at = tokens, names, functions, tidy, 0

    def take(self, *marks):
        kind, text = self.tokens[self.at]
        if kind == "mark" and text in marks:
            self.at += 1
            return text
        return None

    def all(self):
        value = self.sum()
        if self.tokens[self.at][0] != "end":
            raise ValueError(f"Could not read {self.tokens[self.at][1]!r} in the formula.")
        return value

    def sum(self):
        sign = self.take("+", "-")
        value = -self.product() if sign == "-" else self.product()
        while mark := self.take("+", "-"):
            value = value + self.product() if mark == "+" else value - self.product()
        return value

    def product(self):
        value = self.parallel()
        while mark := self.take("*", "/"):
            value = value * self.parallel() if mark == "*" else value / self.parallel()
        return value

    def parallel(self):
        values = [self.power()]
        while self.take("||"):
            values.append(self.power())
        if len(values) == 1:
            return values[0]
        return float("nan") if 0 in values else 1 / sum(1 / value for value in values)

    def power(self):
        base = self.atom()
        if not self.take("^"):
            return base
        sign = self.take("+", "-")
        exponent = self.power()
        return base ** (-exponent if sign == "-" else exponent)

    def atom(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return _number(text)
        if kind == "mark" and text == "(":
            value = self.sum()
            if not self.take(")"):
                raise ValueError("Could not read the formula: a closing parenthesis is missing.")
            return value
        if kind != "name":
            raise ValueError(f"Could not read {text!r} in the formula." if text else "The formula ends too early.")
        name = self.tidy(text)
        if self.take("("):
            return self.call(name, text)
        if name not in self.names:
            raise UndefinedVariable(f"Invalid Input: {text} not permitted in answer as a variable")
        return self.names[name]

    def call(self, name, text):
        value = self.sum()
        if not self.take(")"):
            raise ValueError("Could not read the formula: a closing parenthesis is missing.")
        if name not in self.functions:
            raise UndefinedVariable(f"Invalid Input: {text} not permitted in answer as a function")
        return self.functions[name](value)


def _number(text):
    plain = re.sub(r"\s+", "", text)
    percent = plain.endswith("%")
    digits = plain.rstrip("%")
    value = int(digits) if digits.isdigit() else float(digits)
    return value * 0.01 if percent else value
