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
HOME = _words(en="All exhibitions", fr="Toutes les expositions")
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
BACK = _words(
    en="Back",
    fr="Retour",
    ar="رجوع",
    de="Zurück",
    es="Volver",
    kk="Артқа",
    ru="Назад",
    zh="返回",
)
SHOW = _words(
    en="Show",
    fr="Afficher",
    ar="عرض",
    de="Anzeigen",
    es="Mostrar",
    kk="Көрсету",
    ru="Показать",
    zh="显示",
)
DETAILS = _words(
    en="Details ({count})",
    fr="Détails ({count})",
    ar="تفاصيل ({count})",
    de="Details ({count})",
    es="Detalles ({count})",
    kk="Бөлшектер ({count})",
    ru="Детали ({count})",
    zh="细节（{count}）",
)
READ_IN_INTERVIEW = _words(
    en="Read in the interview",
    fr="Lire dans l’entretien",
    ar="اقرأ في المقابلة",
    de="Im Interview lesen",
    es="Leer en la entrevista",
    kk="Сұхбаттан оқу",
    ru="Читать в интервью",
    zh="在访谈中阅读",
)
INTERVIEW = _words(
    en="The interview",
    fr="L’entretien",
    ar="المقابلة",
    de="Das Interview",
    es="La entrevista",
    kk="Сұхбат",
    ru="Интервью",
    zh="访谈",
)
INTERVIEW_SUBTITLE = _words(
    en="Questions and answers, word for word",
    fr="Questions et réponses, mot pour mot",
    ar="أسئلة وأجوبة، كلمة بكلمة",
    de="Fragen und Antworten, Wort für Wort",
    es="Preguntas y respuestas, palabra por palabra",
    kk="Сұрақтар мен жауаптар, сөзбе-сөз",
    ru="Вопросы и ответы, слово в слово",
    zh="问与答，一字不改",
)
PICTURES = _words(
    en="{count} pictures",
    fr="{count} images",
    ar="عدد الصور: {count}",
    de="{count} Bilder",
    es="{count} imágenes",
    kk="{count} сурет",
    ru="Фотографий: {count}",
    zh="{count} 张图片",
)
ONE_PICTURE = _words(
    en="1 picture",
    fr="1 image",
    ar="صورة واحدة",
    de="1 Bild",
    es="1 imagen",
    kk="1 сурет",
    ru="1 фотография",
    zh="1 张图片",
)
READING_TIME = _words(
    en="{count} min to read",
    fr="{count} min de lecture",
    ar="مدة القراءة: {count} د",
    de="{count} Min. Lesezeit",
    es="{count} min de lectura",
    kk="оқуға {count} мин",
    ru="{count} мин чтения",
    zh="阅读约 {count} 分钟",
)
POSITION = _words(
    en="{number} of {count}",
    fr="{number} sur {count}",
    ar="{number} من {count}",
    de="{number} von {count}",
    es="{number} de {count}",
    kk="{number} / {count}",
    ru="{number} из {count}",
    zh="{number} / {count}",
)


def pictures(count: int, language: str) -> str:
    words = ONE_PICTURE if count == 1 else PICTURES
    return words.in_language(language).format(count=count)


def reading_time(seconds: float, language: str) -> str:
    """In whole minutes, and never none."""
    minutes = max(1, round(seconds / 60))
    return READING_TIME.in_language(language).format(count=minutes)
