"""What the pictures show: cats, other things, and the places where they are.

A cat or a thing is drawn in a frame of its own, one unit for its radius, v downwards.
"""

from collections.abc import Callable

from pen import Colour, Pen

# Colours are red, green and blue, each from 0 to 255.
BLACK, GREY, WHITE, PINK = (25, 23, 25), (90, 90, 95), (245, 243, 238), (228, 148, 150)
BROWN, GREEN, RED, GLASS = (110, 72, 42), (60, 140, 62), (205, 45, 45), (175, 215, 235)
BRIGHT = [RED, (235, 150, 30), (240, 205, 60), (40, 110, 190), (120, 60, 150), GREEN]
BRIGHT += [(225, 120, 160), (60, 170, 170), (160, 100, 60), (200, 200, 195)]
# Fur, stripes and muzzle of a cat.
FURS = [
    ((222, 140, 60), (165, 88, 30), (250, 225, 190)),  # ginger
    ((130, 130, 136), (80, 80, 88), (205, 205, 210)),  # grey
    ((48, 44, 46), (30, 28, 30), (90, 84, 84)),  # black
    ((238, 232, 222), (205, 190, 170), (255, 250, 244)),  # white
    ((140, 104, 70), (78, 54, 34), (220, 196, 165)),  # brown tabby
    ((216, 190, 150), (120, 88, 64), (240, 224, 200)),  # cream
    ((56, 54, 60), (34, 32, 38), (242, 240, 238)),  # black and white
]
EYES = [(150, 190, 60), (225, 185, 40), (90, 160, 205), (110, 170, 90)]
ROOMS = [(214, 190, 160), (190, 175, 185), (200, 150, 125), (170, 165, 135)]
ROOMS += [(225, 210, 190), (150, 120, 110), (205, 170, 165), (205, 180, 110)]
SKIES = [(140, 195, 235), (175, 210, 235), (200, 205, 220), (125, 160, 210)]
GROUNDS = [(110, 165, 80), (90, 140, 65), (190, 180, 130), (150, 155, 140)]


def background(pen: Pen, indoors: bool) -> None:
    """Paint a wall and a floor, or sky and ground."""
    dice = pen.dice
    far = dice.pick(ROOMS if indoors else SKIES)
    near = dice.pick(ROOMS if indoors else GROUNDS)
    edge = dice.number(34, 54)
    pen.move(0, 0, 1, dice.number(-0.04, 0.04))
    pen.box(far, -20, -20, 84, 84)
    if indoors and dice.chance(0.4):  # striped wallpaper
        stripe = dice.pick(ROOMS)
        for start in range(-16, 80, 12):
            pen.box(stripe, start, -20, start + 4, 84)
    pen.box(near, -20, edge, 84, 84)
    if not indoors and dice.chance(0.5):
        u, v = dice.number(6, 58), dice.number(5, 16)
        for shift in (-5, 0, 5):  # a cloud
            pen.disc(WHITE, u + shift, v, 5, 3)


def head(pen: Pen, fur: Colour, dark: Colour, light: Colour) -> None:
    """Draw the head of a cat, one unit in radius."""
    iris = pen.dice.pick(EYES)
    hair = BLACK if sum(fur) > 450 else WHITE  # whiskers have to stand out
    ear = pen.dice.number(1.2, 1.45)
    striped = pen.dice.chance(0.5)
    for s in (-1, 1):
        pen.area(fur, (s * 0.95, 0.0), (s * 0.85, -ear), (s * 0.1, -0.75))
        pen.area(PINK, (s * 0.82, -0.45), (s * 0.76, -ear + 0.25), (s * 0.36, -0.7))
    pen.disc(fur, 0, 0, 1.05, 0.88)
    for u in (-0.28, 0, 0.28) if striped else ():
        pen.line(dark, 0.12, (u, -0.82), (u * 0.7, -0.48))
    for s in (-1, 1):
        if striped:
            pen.line(dark, 0.1, (s * 0.98, 0.05), (s * 0.72, 0.12))
        pen.disc(light, s * 0.22, 0.42, 0.32, 0.27)
    for s in (-1, 1):
        pen.disc(BLACK, s * 0.42, -0.1, 0.28, 0.25)
        pen.disc(iris, s * 0.42, -0.1, 0.23, 0.2)
        pen.disc(BLACK, s * 0.42, -0.1, 0.08, 0.19)
        pen.line(hair, 0.06, (s * 0.45, 0.38), (s * 1.4, 0.2))
        pen.line(hair, 0.06, (s * 0.45, 0.47), (s * 1.4, 0.52))
        pen.line(BLACK, 0.07, (0, 0.36), (s * 0.1, 0.53), (s * 0.27, 0.5))
    pen.area((205, 100, 110), (-0.16, 0.2), (0.16, 0.2), (0, 0.38))


def cat(pen: Pen) -> None:
    """Draw a cat: its face from close by, or the whole cat sitting or lying."""
    dice = pen.dice
    fur, dark, light = dice.pick(FURS)
    pose = dice.pick(["face", "face", "sitting", "lying"])
    side = dice.pick([-1, 1])
    tilt = dice.number(-0.1, 0.1)
    if pose == "face":
        x, y, size = dice.number(26, 38), dice.number(29, 37), dice.number(17, 23)
        pen.move(x, y, size, tilt)
        pen.disc(fur, 0, 1.9, 1.2, 1.3)
    elif pose == "sitting":
        x, y, size = dice.number(26, 38), dice.number(20, 26), dice.number(10, 13)
        pen.move(x, y, size, tilt / 3)
        tail = [(0.6, 2.5), (1.4, 2.4), (1.7, 1.8), (1.5, 1.2)]
        pen.line(dark, 0.34, *[(side * u, v) for u, v in tail])
        pen.disc(fur, 0, 1.75, 0.95, 1.25)
        pen.disc(light, 0, 1.5, 0.45, 0.75)
        for s in (-1, 1):
            pen.line(dark, 0.06, (s * 0.12, 1.9), (s * 0.12, 2.8))
            pen.disc(light, s * 0.38, 2.85, 0.34, 0.2)
    else:
        x, y, size = 32 - side * dice.number(6, 12), dice.number(26, 38), 11.5
        pen.move(x, y, size, tilt / 3)
        tail = [(2.7, 1.0), (3.1, 0.4), (2.9, -0.4)]
        pen.line(dark, 0.34, *[(side * u, v) for u, v in tail])
        pen.disc(fur, side * 1.5, 0.9, 1.5, 0.75)
        for u in (1.2, 1.7, 2.2):
            pen.line(dark, 0.14, (side * u, 0.2), (side * u, 0.6))
        for u in (0.4, 0.9, 2.3):
            pen.disc(light, side * u, 1.55, 0.36, 0.18)
    head(pen, fur, dark, light)


def house(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a house with a door, a window and a chimney."""
    pen.box(BROWN, 0.4, -1.0, 0.65, -0.4)
    pen.box(main, -0.8, -0.3, 0.8, 0.9)
    pen.area(other, (-1.0, -0.3), (0.0, -1.1), (1.0, -0.3))
    pen.box(BROWN, -0.5, 0.2, -0.1, 0.9)
    pen.box(GLASS, 0.15, 0.05, 0.6, 0.45)


def tree(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a tree with three round parts and some fruit."""
    leaves = pen.dice.pick([GREEN, (90, 150, 50), (190, 120, 40), (45, 100, 60)])
    pen.box(BROWN, -0.15, 0.1, 0.15, 1.1)
    for u, v in ((-0.45, -0.2), (0.45, -0.2), (0.0, -0.65)):
        pen.disc(leaves, u, v, 0.55)
    for u, v in ((-0.5, -0.1), (0.3, -0.35), (0.0, -0.8), (0.6, 0.0)):
        pen.disc(main if u > 0 else other, u, v, 0.1)


def ball(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a ball with a band and a highlight."""
    pen.disc(main, 0, 0, 0.9)
    pen.disc(other, 0, 0, 0.9, 0.3)
    pen.disc(WHITE, -0.35, -0.5, 0.18, 0.12)


def car(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a car seen from the side."""
    pen.area(main, (-0.7, 0.0), (-0.4, -0.55), (0.4, -0.55), (0.75, 0.0))
    pen.area(GLASS, (-0.5, -0.05), (-0.3, -0.45), (-0.05, -0.45), (-0.05, -0.05))
    pen.area(GLASS, (0.05, -0.05), (0.05, -0.45), (0.33, -0.45), (0.55, -0.05))
    pen.box(main, -1.2, -0.05, 1.2, 0.4)
    pen.line(other, 0.1, (-1.15, 0.15), (1.0, 0.15))
    for u in (-0.65, 0.65):
        pen.disc(BLACK, u, 0.42, 0.28)
        pen.disc(GREY, u, 0.42, 0.12)
    pen.box((250, 230, 130), 1.05, 0.05, 1.2, 0.2)


def flower(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a flower with six petals and two leaves."""
    pen.line(GREEN, 0.12, (0, -0.2), (0.05, 1.3))
    for s in (-1, 1):
        pen.disc(GREEN, s * 0.3, 0.8, 0.3, 0.13)
    for u, v in (
        (1, 0),
        (0.5, 0.87),
        (-0.5, 0.87),
        (-1, 0),
        (-0.5, -0.87),
        (0.5, -0.87),
    ):
        pen.disc(main, u * 0.5, v * 0.5 - 0.35, 0.33)
    pen.disc(other, 0, -0.35, 0.28)


def fish(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a fish with stripes."""
    pen.area(other, (-0.6, 0.0), (-1.25, -0.5), (-1.1, 0.0), (-1.25, 0.5))
    pen.area(other, (-0.3, -0.4), (0.1, -0.8), (0.3, -0.4))
    pen.disc(main, 0.05, 0, 0.95, 0.55)
    for u in (-0.3, 0.05):
        pen.line(other, 0.12, (u, -0.4), (u, 0.4))
    pen.disc(WHITE, 0.6, -0.12, 0.14)
    pen.disc(BLACK, 0.63, -0.12, 0.07)


def boat(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a sailing boat."""
    pen.line(BROWN, 0.08, (0, -1.1), (0, 0.5))
    pen.area(other, (0.1, -1.0), (0.1, 0.3), (0.85, 0.3))
    pen.area(WHITE, (-0.1, -0.8), (-0.1, 0.3), (-0.7, 0.3))
    pen.area(main, (-1.0, 0.45), (1.0, 0.45), (0.65, 0.9), (-0.65, 0.9))


def mug(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a mug with a handle."""
    pen.line(main, 0.18, (0.5, -0.4), (0.95, -0.3), (0.95, 0.25), (0.5, 0.4))
    pen.box(main, -0.65, -0.65, 0.6, 0.75)
    pen.box(other, -0.65, -0.1, 0.6, 0.2)
    pen.disc(BROWN, -0.025, -0.65, 0.6, 0.15)


def mushroom(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a mushroom with dots."""
    pen.area((235, 220, 195), (-0.25, 0.0), (0.25, 0.0), (0.35, 1.0), (-0.35, 1.0))
    pen.disc(main, 0, -0.15, 1.0, 0.35)
    pen.disc(main, 0, -0.3, 0.85, 0.6)
    for u, v in ((-0.5, -0.25), (0.05, -0.55), (0.5, -0.2), (0.0, -0.05)):
        pen.disc(other, u, v, 0.14, 0.11)


def balloon(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a hot-air balloon."""
    pen.line(BROWN, 0.05, (-0.5, 0.1), (-0.2, 0.95))
    pen.line(BROWN, 0.05, (0.5, 0.1), (0.2, 0.95))
    pen.disc(main, 0, -0.3, 0.85)
    pen.disc(other, 0, -0.3, 0.4, 0.85)
    pen.box(BROWN, -0.22, 0.85, 0.22, 1.2)


def clock(pen: Pen, main: Colour, other: Colour) -> None:
    """Draw a round clock."""
    pen.disc(main, 0, 0, 0.95)
    pen.disc(WHITE, 0, 0, 0.78)
    for u, v in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        pen.disc(BLACK, u * 0.64, v * 0.64, 0.07)
    hand = pen.dice.number(-0.4, 0.4)
    pen.line(BLACK, 0.09, (0, 0), (hand, -0.5))
    pen.line(BLACK, 0.12, (0, 0), (0.36, hand))
    pen.disc(other, 0, 0, 0.1)


THINGS: list[Callable[[Pen, Colour, Colour], None]] = [
    house, tree, ball, car, flower, fish, boat, mug, mushroom, balloon, clock,
]  # fmt: skip


def thing(pen: Pen) -> None:
    """Draw something that is not a cat."""
    dice = pen.dice
    draw = dice.pick(THINGS)
    x, y = dice.number(22, 42), dice.number(26, 40)
    pen.move(x, y, dice.number(15, 24), dice.number(-0.1, 0.1))
    main, other = dice.pick(BRIGHT), dice.pick(BRIGHT)
    draw(pen, main, WHITE if other == main else other)
