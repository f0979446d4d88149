"""Writes small pictures of every format that Netloom reads into src/test/resources/pictures.

    python3 -m venv v && v/bin/pip install pillow==12.3.0 && v/bin/python engine-adapter/src/test/golden/pictures.py

Each shows four fields of 16 x 8 pixels: red and green above blue and white; grey ones 40 and 90 above 160 and 220.
"""
import struct
import zlib
from pathlib import Path

from PIL import Image

OUT = Path(__file__).parent.parent / "resources" / "pictures"
WIDE, HIGH = 32, 16
FIELDS = [(220, 30, 20), (20, 200, 40), (10, 40, 230), (255, 255, 255)]
GREYS = [40, 90, 160, 220]


def four(mode, values):
    image = Image.new(mode, (WIDE, HIGH))
    for i, value in enumerate(values):
        image.paste(value, (i % 2 * 16, i // 2 * 8, i % 2 * 16 + 16, i // 2 * 8 + 8))
    return image


def save(image, name, **options):
    image.save(OUT / name, **options)


def jpeg(image, name, **options):
    save(image, name, quality=95, subsampling=0, **options)


def png(name, depth, kind, pixels, *chunks):
    """A PNG by hand, for what Pillow does not write; pixels are rows of bytes."""
    def chunk(title, content):
        return struct.pack(">I", len(content)) + title + content + struct.pack(">I", zlib.crc32(title + content))
    data = zlib.compress(b"".join(b"\0" + row for row in pixels))
    (OUT / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDE, HIGH, depth, kind, 0, 0, 0))
                             + b"".join(chunk(*c) for c in chunks) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def rows(values):
    return [b"".join(values[(y // 8) * 2 + x // 16] for x in range(WIDE)) for y in range(HIGH)]


def oriented(value):
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


# What undoes each orientation, so that upright all files show the same.
UNDO = {1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270}


def turned(image, value):
    return image if UNDO[value] is None else image.transpose(UNDO[value])


def ycck(path):
    """Adobe's YCCK: Pillow stores four channels as they are, so they are turned into YCC here, and the marker says so."""
    fields = []
    for field in FIELDS:
        red, green, blue = (255 - v for v in field)
        y = 0.299 * red + 0.587 * green + 0.114 * blue
        cb, cr = 128 + (blue - y) * 0.564, 128 + (red - y) * 0.713
        # Pillow inverts what it is given. What Adobe takes for red, green and blue here are inks; black is stored inverted.
        fields.append(tuple(255 - round(min(255, max(0, v))) for v in (y, cb, cr, 255)))
    jpeg(four("CMYK", fields), path)
    data = bytearray((OUT / path).read_bytes())
    marker = data.index(b"Adobe")
    data[marker + 11] = 2
    (OUT / path).write_bytes(data)


OUT.mkdir(exist_ok=True)
rgb, grey = four("RGB", FIELDS), four("L", GREYS)
cmyk = four("CMYK", [(0, 230, 230, 10), (230, 0, 230, 10), (230, 200, 0, 10), (0, 0, 0, 0)])
palette = rgb.quantize(4)
rgba = four("RGBA", [f + (a,) for f, a in zip(FIELDS, (255, 128, 0, 255))])

jpeg(rgb, "colour.jpg")
jpeg(rgb, "progressive.jpg", progressive=True)
jpeg(grey, "grey.jpg")
jpeg(cmyk, "cmyk.jpg")
ycck("ycck.jpg")
for value in UNDO:
    jpeg(turned(rgb, value), f"orientation{value}.jpg", exif=oriented(value))
save(rgb, "colour.png")
save(grey, "grey.png")
save(palette, "palette.png")
save(palette, "palette-transparent.png", transparency=bytes([0] + [255] * 3))
save(rgba, "transparent.png")
save(four("LA", [(g, a) for g, a in zip(GREYS, (255, 128, 0, 255))]), "grey-transparent.png")
save(four("1", [0, 255, 255, 0]), "black-and-white.png")
png("colour16.png", 16, 2, rows([b"".join(struct.pack(">H", v * 257) for v in f) for f in FIELDS]))
png("grey16.png", 16, 0, rows([struct.pack(">H", g * 257) for g in GREYS]))
png("transparent16.png", 16, 6,
    rows([b"".join(struct.pack(">H", v * 257) for v in f + (a,)) for f, a in zip(FIELDS, (255, 128, 0, 255))]))
png("see-through-colour.png", 8, 2, rows([bytes(f) for f in FIELDS]), (b"tRNS", struct.pack(">HHH", *FIELDS[2])))
save(turned(rgb, 6), "orientation6.png", exif=oriented(6))
save(palette, "colour.gif")
save(palette, "moving.gif", save_all=True, append_images=[palette.transpose(Image.Transpose.ROTATE_180)], duration=100)
save(rgb, "colour.bmp")
save(palette, "palette.bmp")
save(rgb, "colour.webp", lossless=True)
save(rgb, "lossy.webp", quality=95)
save(rgba, "transparent.webp", lossless=True, exact=True)
save(turned(rgb, 6), "orientation6.webp", lossless=True, exif=oriented(6))
save(rgb, "colour.tif", compression="tiff_lzw")
save(rgb, "jpeg.tif", compression="jpeg", quality=95)
save(grey, "deflate.tif", compression="tiff_adobe_deflate")
save(cmyk, "cmyk.tif", compression="tiff_lzw")
save(Image.frombytes("I;16", (WIDE, HIGH), b"".join(rows([struct.pack("<H", g * 257) for g in GREYS]))), "grey16.tif")
save(turned(rgb, 6), "orientation6.tif", tiffinfo={274: 6})
