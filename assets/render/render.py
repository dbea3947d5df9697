"""Render stand-in photographs by scene name and write them as labelled JPEG files."""

from __future__ import annotations

import argparse
import importlib
import io
import struct
import tempfile
import time
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

import bpy
import numpy as np
import studio
from PIL import Image, ImageCms

HERE = Path(__file__).resolve().parent
LABEL = "stand-in, rendered"
FOLDERS = {"religions": "religions-for-peace"}
MAX_BYTES = 2_500_000
# Grain of about half a step of the 8-bit scale hides the steps of smooth gradients.
GRAIN = 0.6


def scene_names() -> list[str]:
    """Names of all scenes, in order."""
    return sorted(p.stem for p in (HERE / "scenes").glob("*_[0-9][0-9].py"))


def output_path(name: str, out: Path) -> Path:
    """Where the picture of a scene goes: one folder per series, one number per picture."""
    series, number = name.rsplit("_", 1)
    return out / FOLDERS.get(series, series) / f"{number}.jpg"


def render_pixels(scene: ModuleType, size: tuple[int, int], samples: int | None) -> np.ndarray:
    """Build and render one scene; returns display values 0..1, rows from the top.

    What lies outside the scene's `SHARP` box is out of focus: it is rendered at half the size.
    """
    studio.reset()
    scene.build()
    count = samples or getattr(scene, "SAMPLES", 48)
    box = getattr(scene, "SHARP", None)
    if box is None:
        return _render(size, count)
    width, height = size
    soft = _render((width // 2, height // 2), samples or getattr(scene, "SOFT_SAMPLES", count))
    whole = np.stack(
        [
            np.asarray(Image.fromarray(soft[..., k]).resize(size, Image.Resampling.BICUBIC))
            for k in range(3)
        ],
        axis=-1,
    )
    left, top, right, bottom = box
    x, y = round(left * width), round(top * height)
    near = _render(
        size,
        count,
        (
            x / width,
            1 - round(bottom * height) / height,
            round(right * width) / width,
            1 - y / height,
        ),
    )
    rows, columns = near.shape[:2]
    # The box fades into its surroundings over a tenth of its shorter side.
    edge = min(rows, columns) / 10

    def ramp(count: int, low: bool, high: bool) -> np.ndarray:
        k = np.arange(count) + 0.5
        up = k / edge if low else np.ones(count)
        down = (count - k) / edge if high else np.ones(count)
        return np.clip(np.minimum(up, down), 0.0, 1.0)

    across = ramp(columns, left > 0, right < 1)
    down = ramp(rows, top > 0, bottom < 1)
    cover = np.minimum.outer(down, across)[..., None]
    cover = cover * cover * (3 - 2 * cover)
    part = whole[y : y + rows, x : x + columns]
    part += (near - part) * cover
    return whole


def _render(
    size: tuple[int, int], samples: int, border: tuple[float, float, float, float] | None = None
) -> np.ndarray:
    """Render what was built, or the part of it within a border (from the lower left corner)."""
    studio.render_settings(*size, samples)
    render = bpy.context.scene.render
    render.use_border = render.use_crop_to_border = border is not None
    if border is not None:
        (render.border_min_x, render.border_min_y, render.border_max_x, render.border_max_y) = (
            border
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "render.png"
        render.filepath = str(path)
        bpy.ops.render.render(write_still=True)
        image = bpy.data.images.load(str(path))
        # "Non-Color" hands the 16-bit values over as they are, already display-encoded.
        image.colorspace_settings.name = "Non-Color"
        width, height = image.size
        values = np.empty(width * height * 4, dtype=np.float32)
        image.pixels.foreach_get(values)
        bpy.data.images.remove(image)
    return np.ascontiguousarray(values.reshape(height, width, 4)[::-1, :, :3])


def to_8_bit(pixels: np.ndarray) -> Image.Image:
    """Round to 8 bits with a trace of grain instead of visible steps."""
    noise = np.random.default_rng(7).normal(0.0, GRAIN, pixels.shape[:2])[..., None]
    return Image.fromarray(np.clip(np.rint(pixels * 255.0 + noise), 0, 255).astype(np.uint8))


def xmp_packet(title: str, script: str, tool: str) -> bytes:
    """XMP with the title, the label and the script that made the picture."""

    def alternative(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'

    kind = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<dc:title>{alternative(title)}</dc:title>"
        f"<dc:description>{alternative(f'{LABEL}: {title}')}</dc:description>"
        f"<xmp:CreatorTool>{escape(tool)}</xmp:CreatorTool>"
        f"<photoshop:Source>{escape(script)}</photoshop:Source>"
        f"<photoshop:Credit>{LABEL}</photoshop:Credit>"
        f"<Iptc4xmpExt:DigitalSourceType>{kind}</Iptc4xmpExt:DigitalSourceType>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def iptc_segment(title: str, script: str, tool: str) -> bytes:
    """The same facts as IPTC-IIM records, packed as a JPEG APP13 segment."""

    def dataset(record: int, number: int, value: bytes) -> bytes:
        return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value

    records = dataset(1, 90, b"\x1b%G")  # The text below is UTF-8.
    # Program and source may hold 32 bytes only; the caption names the script in full.
    short = script.removeprefix("assets/")
    for number, text, limit in (
        (5, title, 64),
        (65, f"Blender {bpy.app.version_string}", 32),
        (110, LABEL, 32),
        (115, short, 32),
        (120, f"{LABEL}: {title}. Made by {tool}.", 2000),
    ):
        records += dataset(2, number, text.encode()[:limit])
    if len(records) % 2:
        records += b"\0"
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + records
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def encode(image: Image.Image, title: str, script: str) -> bytes:
    """Encode with profile and labels at the best quality that stays under the limit."""
    tool = f"{script} with Blender {bpy.app.version_string}"
    exif = Image.Exif()
    exif[0x010E] = f"Stand-in, rendered: {title}"
    exif[0x0131] = tool
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = b""
    for quality, subsampling in [(q, s) for q in range(92, 59, -3) for s in ("4:4:4", "4:2:0")]:
        buffer = io.BytesIO()
        image.save(
            buffer,
            "JPEG",
            quality=quality,
            subsampling=subsampling,
            optimize=True,
            progressive=True,
            icc_profile=profile,
            exif=exif,
            xmp=xmp_packet(title, script, tool),
        )
        data = buffer.getvalue()
        iptc = iptc_segment(title, script, tool)
        if len(data) + len(iptc) <= MAX_BYTES:
            break
    # Readers expect the JFIF header first, so the IPTC segment follows it.
    end = 4 + struct.unpack(">H", data[4:6])[0]
    return data[:end] + iptc + data[end:]


def render_scene(name: str, out: Path, long_side: int, samples: int | None) -> None:
    """Render one scene and write its file."""
    started = time.monotonic()
    scene = importlib.import_module(f"scenes.{name}")
    unit = long_side / max(scene.ASPECT)
    width, height = (round(side * unit) for side in scene.ASPECT)
    pixels = render_pixels(scene, (width, height), samples)
    image = to_8_bit(pixels)
    data = encode(image, scene.TITLE, f"assets/render/scenes/{name}.py")
    path = output_path(name, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    seconds = time.monotonic() - started
    print(
        f"{path.name} {name}: {image.width}x{image.height}, {len(data) // 1000} kB, "
        f"{seconds:.0f} s",
        flush=True,
    )


def main() -> None:
    """Read the command line and render what it names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="scenes, such as apple_01")
    parser.add_argument("--all", action="store_true", help="render every scene")
    parser.add_argument("--size", type=int, default=3600, help="long side in pixels")
    parser.add_argument("--samples", type=int, help="samples per pixel at most")
    parser.add_argument("--out", type=Path, default=HERE.parent / "photos", help="output folder")
    options = parser.parse_args()
    names = scene_names() if options.all else options.names
    unknown = set(names) - set(scene_names())
    if unknown or not names:
        parser.error(f"unknown or missing scene; there are: {', '.join(scene_names())}")
    for name in names:
        render_scene(name, options.out, options.size, options.samples)


if __name__ == "__main__":
    main()
