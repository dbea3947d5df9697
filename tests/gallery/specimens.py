"""What is hung in the gallery: each layout with photos of both shapes, and words short and long."""

from __future__ import annotations

import json
from pathlib import Path

PHOTOS = Path(__file__).parents[2] / "assets" / "photos"
ACROSS = {"file": "apple/01.jpg", "focus": [0.31, 0.56], "alt": "An apple on a table"}
PALE = {"file": "apple/07.jpg", "focus": [0.45, 0.6], "alt": "Two apples on a ledge"}
UPRIGHT = {"file": "apple/03.jpg", "focus": [0.41, 0.74], "alt": "An apple on a window sill"}
DARK = {"file": "apple/06.jpg", "focus": [0.62, 0.33], "alt": "An apple in low sun"}

LABEL = {
    "en": "A stone wall in the morning",
    "fr": "Un mur de pierres, le matin",
    "kk": "Таңғы тас қабырға",
    "ar": "جدار من الحجر في الصباح",
    "zh": "清晨的石墙",
    "es": "Un muro de piedra, por la mañana",
}
CREDIT = {
    "en": "Lent by the photographer",
    "fr": "Prêt du photographe",
    "kk": "Фотограф берген",
    "ar": "بإعارة من المصوّر",
    "zh": "摄影师借展",
    "es": "Préstamo del fotógrafo",
}
TITLE = {
    "en": "The light of one morning",
    "fr": "La lumière d’un matin",
    "kk": "Бір таңның жарығы",
    "ar": "ضوء صباح واحد",
    "zh": "一个早晨的光",
    "es": "La luz de una mañana",
}
TEXT = {
    "en": "The stones of this wall were carried here by hand. In the morning the sun comes over the "
    "ridge and lies on them for an hour, and then the shadow of the mountain has them again.",
    "fr": "Les pierres de ce mur ont été portées ici à la main. Le matin, le soleil passe la crête et "
    "se pose sur elles pendant une heure ; puis l’ombre de la montagne les reprend.",
    "kk": "Бұл қабырғаның тастарын осында қолмен әкелген. Таңертең күн жотадан асып, олардың үстінде "
    "бір сағат жатады, содан кейін тау көлеңкесі оларды қайта жабады.",
    "ar": "حُملت حجارة هذا الجدار إلى هنا باليد. في الصباح تطلع الشمس من فوق القمة وتستلقي عليها ساعة، "
    "ثم يستعيدها ظل الجبل.",
    "zh": "这面墙的石头是用手搬来的。早晨，太阳越过山脊，在石头上停留一个小时，然后山的影子又把它们收回去。",
    "es": "Las piedras de este muro se trajeron a mano. Por la mañana el sol pasa la cresta y se posa "
    "sobre ellas una hora; luego la sombra de la montaña las recupera.",
}
LONG = {language: " ".join([text] * 3) for language, text in TEXT.items()}
SPOKEN = "Every stone was carried by somebody, and nobody remembers by whom."
TRANSLATED = {
    "fr": "Chaque pierre a été portée par quelqu’un, et personne ne sait plus par qui.",
    "kk": "Әр тасты біреу көтеріп әкелген, ал кім екені ешкімнің есінде жоқ.",
    "ar": "كل حجر حمله أحد، ولا أحد يذكر من كان.",
    "zh": "每块石头都有人搬过，却没有人记得是谁。",
    "es": "Cada piedra la llevó alguien, y nadie recuerda quién.",
}
QUOTE = {"text": SPOKEN, "translation": TRANSLATED}
FACTS = [
    {"label": {"en": "Built", "fr": "Construit", "ar": "بُني"}, "value": "1950"},
    {
        "label": {"en": "Made of", "fr": "Fait de", "ar": "مصنوع من"},
        "value": {
            "en": "stones from the river",
            "fr": "pierres de la rivière",
            "ar": "حجارة النهر",
        },
    },
]


def labelled(photo: dict[str, object]) -> dict[str, object]:
    return {**photo, "caption": LABEL, "credit": CREDIT}


SPECIMENS: dict[str, dict[str, object]] = {
    "title": {"layout": "title", "title": TITLE, "text": LABEL},
    "text": {"layout": "text", "title": TITLE, "text": TEXT},
    "text, long": {"layout": "text", "title": TITLE, "text": LONG},
    "single, across": {"layout": "single", "photo": labelled(ACROSS)},
    "single, pale": {"layout": "single", "photo": labelled(PALE)},
    "single, upright": {"layout": "single", "photo": labelled(UPRIGHT)},
    "single, no words": {"layout": "single", "photo": ACROSS},
    "matted, across": {"layout": "matted", "photo": labelled(ACROSS)},
    "matted, upright": {"layout": "matted", "photo": labelled(UPRIGHT)},
    "beside, across": {"layout": "beside", "photo": labelled(PALE), "title": TITLE, "text": TEXT},
    "beside, quote": {"layout": "beside", "photo": labelled(DARK), "quote": QUOTE},
    "matted, empty": {"layout": "matted", "quote": QUOTE},
    "title, photo": {"layout": "title", "photo": UPRIGHT, "title": TITLE, "text": LABEL},
    "text, photo": {"layout": "text", "photo": labelled(PALE), "title": TITLE, "text": TEXT},
    "quote, photo": {"layout": "quote", "photo": labelled(DARK), "quote": QUOTE},
    "pair": {"layout": "pair", "photos": [labelled(ACROSS), labelled(DARK)], "caption": TITLE},
    "grid": {"layout": "grid", "photos": [ACROSS, UPRIGHT, PALE, DARK], "caption": LABEL},
    "quote": {"layout": "quote", "quote": QUOTE},
    "portrait": {
        "layout": "portrait",
        "photo": UPRIGHT,
        "title": TITLE,
        "facts": FACTS,
        "quote": QUOTE,
        "text": TEXT,
    },
}
LANGUAGES = list(TEXT)
TRANSCRIPT = f"""\
Walls

A Voice

From: The valley

She says: “{SPOKEN}”

full interview

Who built this wall?
{SPOKEN}

This interview was made up for looking at type.
"""


def write_place(folder: Path, theme: str) -> Path:
    """A folder with all specimens as the slides of one exhibition; JSON is YAML too."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "voice.txt").write_text(TRANSCRIPT, encoding="utf-8")
    kiosk = {"title": TITLE, "subtitle": LABEL, "languages": LANGUAGES, "theme": theme}
    exhibition = {
        "title": TITLE,
        "subtitle": LABEL,
        "by": "A Voice",
        "interview": "voice.txt",
        "photos": str(PHOTOS),
        "slides": list(SPECIMENS.values()),
    }
    for name, content in {"kiosk": kiosk, "walls": exhibition}.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
