"""The colours of the tokens, measured. Formulas: WCAG 2.2 (contrast), CSS Color 4 (oklch)."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[3] / "claims" / "static" / "claims" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
OKLCH = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
PAIR = re.compile(rf"--([\w-]+): light-dark\({OKLCH}, {OKLCH}\);")

TEXT_ON = {
    "ink": ["paper", "surface", "sunken", "hover", "mark", "mark-current", "mark-off"],
    "ink-muted": ["paper", "surface", "sunken", "hover"],
    "ink-faint": ["paper", "surface", "sunken", "neutral-wash"],
    "accent": ["paper", "surface", "hover", "accent-wash"],
    "accent-strong": ["paper", "surface", "accent-wash"],
    "on-accent": ["accent", "accent-strong"],
    "caution": ["mark", "mark-current"],
    **{
        name: [f"{name}-wash", "paper", "surface"]
        for name in ("positive", "leaning", "warning", "negative", "neutral", "second")
    },
}
SIGN_ON = {
    "line-strong": ["paper", "surface"],
    "focus": ["paper", "surface", "sunken"],
    "mark-line": ["surface"],
    "mark-current-line": ["surface", "mark-current"],
}


def channels(lightness: float, chroma: float, hue: float) -> list[float]:
    """Return linear sRGB of an oklch colour, clipped to the gamut."""
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = [
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    ]
    return [min(1.0, max(0.0, value)) for value in rgb]


def luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = channels(colour[0] / 100, colour[1], colour[2])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours() -> dict[str, dict[str, tuple[float, float, float]]]:
    found: dict[str, dict[str, tuple[float, float, float]]] = {"light": {}, "dark": {}}
    for name, *numbers in PAIR.findall(TOKENS):
        values = [float(number) for number in numbers]
        found["light"][name] = (values[0], values[1], values[2])
        found["dark"][name] = (values[3], values[4], values[5])
    return found


def contrast(theme: str, front: str, back: str) -> float:
    both = sorted((luminance(colours()[theme][front]), luminance(colours()[theme][back])))
    return (both[1] + 0.05) / (both[0] + 0.05)


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    return [
        (theme, front, back)
        for theme in ("light", "dark")
        for front, backs in table.items()
        for back in backs
    ]


class TestContrast:
    def test_black_on_white_is_twenty_one(self):
        assert 1.05 / (luminance((0, 0, 0)) + 0.05) == pytest.approx(21)
        assert luminance((100, 0, 0)) == pytest.approx(1, abs=1e-4)

    @pytest.mark.parametrize(("theme", "front", "back"), pairs(TEXT_ON))
    def test_text_can_be_read(self, theme, front, back):
        assert contrast(theme, front, back) >= 4.5

    @pytest.mark.parametrize(("theme", "front", "back"), pairs(SIGN_ON))
    def test_signs_can_be_seen(self, theme, front, back):
        assert contrast(theme, front, back) >= 3


class TestStyles:
    def test_every_colour_comes_from_the_tokens(self):
        for sheet in CSS.glob("*.css"):
            if sheet.name in {"tokens.css", "print.css"}:
                continue
            text = re.sub(r"::selection[^}]*}|::backdrop[^}]*}", "", sheet.read_text("utf-8"))
            assert not re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(", text), sheet.name

    def test_every_token_that_is_used_exists(self):
        everything = "".join(sheet.read_text("utf-8") for sheet in CSS.glob("*.css"))
        known = set(re.findall(r"(--[\w-]+):", everything))
        for sheet in CSS.glob("*.css"):
            if sheet.name == "admin.css":
                # Written in the tokens of Django's admin, which bring its dark mode along.
                continue
            used = set(re.findall(r"var\((--[\w-]+)", sheet.read_text("utf-8")))
            assert used <= known, sheet.name

    def test_directions_are_logical(self):
        sides = r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)"
        physical = rf"{sides}|\b(?:left|right):"
        for sheet in CSS.glob("*.css"):
            assert not re.findall(physical, sheet.read_text("utf-8")), sheet.name
