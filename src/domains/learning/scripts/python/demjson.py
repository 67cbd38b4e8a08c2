"""JSON as people write it: single quotes, bare names, comments and a comma too many are understood."""

import json
import re

_TOKEN = re.compile(
    r"""\s+|//[^\n]*|/\*.*?\*/"""
    r"""|(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    r"""|(?P<number>-?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))"""
    r"""|(?P<name>[A-Za-z_$][\w$]*)|(?P<mark>[\[\]{}:,])""",
    re.DOTALL,
)
_NAMES = {"true": True, "false": False, "null": None, "undefined": None, "NaN": float("nan"), "Infinity": float("inf")}


class JSONDecodeError(ValueError):
    pass


def decode(text, *_, **__):
    """The value; raises JSONDecodeError for what cannot be read."""
    try:
        return json.loads(text)
    except ValueError:
        tokens = _tokens(text)
        value = _value(tokens)
        if tokens:
            raise JSONDecodeError(f"unexpected {tokens[-1][1]!r} after the value") from None
        return value


def encode(value, *_, **__):
    return json.dumps(value)


def _tokens(text):
    """All tokens, the last first."""
    tokens, at = [], 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise JSONDecodeError(f"unexpected {text[at]!r} at character {at + 1}")
        if found.lastgroup:
            tokens.append((found.lastgroup, found.group()))
        at = found.end()
    return tokens[::-1]


def _value(tokens):
    if not tokens:
        raise JSONDecodeError("the text ends too early")
    kind, text = tokens.pop()
    if kind == "text":
        return _text(text)
    if kind == "number":
        return int(text, 0) if re.fullmatch(r"-?(?:0[xX][0-9a-fA-F]+|[1-9]\d*|0)", text) else float(text)
    if kind == "name" and text in _NAMES:
        return _NAMES[text]
    if text == "[":
        return _items(tokens, "]", _value)
    if text == "{":
        return dict(_items(tokens, "}", _pair))
    raise JSONDecodeError(f"unexpected {text!r}")


def _text(quoted):
    inner = quoted[1:-1]
    if quoted[0] == "'":
        inner = inner.replace("\\'", "'").replace('"', '\\"')
    return json.loads(f'"{inner}"', strict=False)


def _items(tokens, closing, read):
    items = []
    while tokens and tokens[-1][1] != closing:
        items.append(read(tokens))
        if tokens and tokens[-1][1] == ",":
            tokens.pop()
        elif tokens and tokens[-1][1] != closing:
            raise JSONDecodeError(f"a comma is missing before {tokens[-1][1]!r}")
    if not tokens:
        raise JSONDecodeError(f"there is no {closing!r} at the end")
    tokens.pop()
    return items


def _pair(tokens):
    kind, text = tokens.pop()
    if kind == "mark":
        raise JSONDecodeError(f"unexpected {text!r}")
    if not tokens or tokens.pop()[1] != ":":
        raise JSONDecodeError(f"a colon is missing after {text}")
    return (_text(text) if kind == "text" else text, _value(tokens))
