"""The kiosk's own words, in the languages it speaks."""

from __future__ import annotations

from kiosk.exhibition.values import Words

LANGUAGE_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "kk": "Қазақша",
    "ru": "Русский",
    "ug": "ئۇيغۇرچە",
    "zh": "中文",
}
"""Each language by its own name."""


def _words(**languages: str) -> Words:
    return Words.model_validate(languages)


TOUCH_TO_BEGIN = _words(
    en="Touch to begin",
    fr="Touchez pour commencer",
    ar="المس الشاشة للبدء",
    de="Zum Beginnen berühren",
    es="Toque para empezar",
    kk="Бастау үшін экранды түртіңіз",
    ru="Коснитесь, чтобы начать",
    zh="触摸屏幕开始",
)
STILL_LOOKING = _words(
    en="Still looking?",
    fr="Toujours là ?",
    ar="هل ما زلت هنا؟",
    de="Schauen Sie noch?",
    es="¿Sigue ahí?",
    kk="Әлі осындасыз ба?",
    ru="Вы ещё здесь?",
    zh="还在看吗？",
)
TOUCH_TO_STAY = _words(
    en="Touch to stay",
    fr="Touchez pour continuer",
    ar="المس الشاشة للمتابعة",
    de="Zum Bleiben berühren",
    es="Toque para continuar",
    kk="Жалғастыру үшін экранды түртіңіз",
    ru="Коснитесь, чтобы остаться",
    zh="触摸屏幕继续",
)
HOME = _words(
    en="All exhibitions",
    fr="Toutes les expositions",
    ar="كل المعارض",
    de="Alle Ausstellungen",
    es="Todas las exposiciones",
    kk="Барлық көрмелер",
    ru="Все выставки",
    zh="所有展览",
)
CLOSE = _words(
    en="Close",
    fr="Fermer",
    ar="إغلاق",
    de="Schließen",
    es="Cerrar",
    kk="Жабу",
    ru="Закрыть",
    zh="关闭",
)
LANGUAGE = _words(
    en="Language",
    fr="Langue",
    ar="اللغة",
    de="Sprache",
    es="Idioma",
    kk="Тіл",
    ru="Язык",
    zh="语言",
)
TEXT_SIZE = _words(
    en="Text size",
    fr="Taille du texte",
    ar="حجم النص",
    de="Schriftgröße",
    es="Tamaño del texto",
    kk="Мәтін өлшемі",
    ru="Размер текста",
    zh="文字大小",
)
HIGH_CONTRAST = _words(
    en="High contrast",
    fr="Contraste élevé",
    ar="تباين عالٍ",
    de="Hoher Kontrast",
    es="Alto contraste",
    kk="Жоғары контраст",
    ru="Высокий контраст",
    zh="高对比度",
)
STILLNESS = _words(
    en="No motion",
    fr="Sans mouvement",
    ar="بلا حركة",
    de="Ohne Bewegung",
    es="Sin movimiento",
    kk="Қозғалыссыз",
    ru="Без движения",
    zh="无动画",
)
LOW_REACH = _words(
    en="Everything within low reach",
    fr="Tout à portée basse",
    ar="كل شيء في متناول منخفض",
    de="Alles in niedriger Reichweite",
    es="Todo a baja altura",
    kk="Бәрі төменде, қол жетерде",
    ru="Всё внизу, под рукой",
    zh="全部放在低处",
)
ON = _words(en="On", fr="Oui", ar="نعم", de="An", es="Sí", kk="Иә", ru="Да", zh="开")
OFF = _words(en="Off", fr="Non", ar="لا", de="Aus", es="No", kk="Жоқ", ru="Нет", zh="关")
PAUSED = _words(
    en="Paused",
    fr="En pause",
    ar="متوقف مؤقتًا",
    de="Angehalten",
    es="En pausa",
    kk="Кідіртілді",
    ru="Пауза",
    zh="已暂停",
)
TOUCH_TO_GO_ON = _words(
    en="Paused · touch to go on",
    fr="En pause · touchez pour reprendre",
    ar="متوقف مؤقتًا · المس للمتابعة",
    de="Angehalten · zum Weitergehen berühren",
    es="En pausa · toque para seguir",
    kk="Кідіртілді · жалғастыру үшін түртіңіз",
    ru="Пауза · коснитесь, чтобы продолжить",
    zh="已暂停 · 触摸继续",
)
INTERVIEW = _words(en="The interview", fr="L’entretien")
INTERVIEW_SUBTITLE = _words(
    en="Questions and answers, word for word",
    fr="Questions et réponses, mot pour mot",
)
PICTURES = _words(en="{count} pictures", fr="{count} images")
ONE_PICTURE = _words(en="1 picture", fr="1 image")
MINUTES = _words(en="{count} min", fr="{count} min")
POSITION = _words(en="{number} of {count}", fr="{number} sur {count}")


def pictures(count: int, language: str) -> str:
    words = ONE_PICTURE if count == 1 else PICTURES
    return words.in_language(language).format(count=count)
