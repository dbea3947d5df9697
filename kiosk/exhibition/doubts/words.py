"""Words by which labels are known, and words that only look like one, in the languages we know."""

from __future__ import annotations

import re

ROLE = re.compile(
    r"""
      q | question | answer | interviewer | interviewee | speaker | participant | respondent
    | moderator | host | guest | artist | photographer | reporter | journalist | interpreter
    | translator | researcher | narrator
    | frage | antwort | interviewer(in)? | befragte[rn]? | sprecher(in)? | moderator(in)?
    | künstler(in)? | fotograf(in)? | dolmetscher(in)?
    | réponse | intervieweu(r|se) | enquêt(eur|rice) | journaliste | artiste | interprète
    | pregunta | respuesta | entrevistador[a]? | entrevistad[oa] | domanda | risposta
    | intervistat(ore|rice|o|a) | pergunta | resposta | vraag | antwoord | pytanie | odpowiedź
    | soru | cevap | yanıt | otázka | odpověď | kérdés | válasz | fråga | svar
    | вопрос | ответ | корреспондент | интервьюер | ведущ(ий|ая) | журналист(ка)? | переводчик
    | художни(к|ца) | питання | запитання | відповідь | сұрақ | жауап | тілші | жүргізуші
    | س | ج | (ال)?سؤال | (ال)?جواب | (ال)?محاورة? | (ال)?صحفية? | پرسش | پاسخ
    | ש | ת | שאלה | תשובה | מראיינת? | ερώτηση | απάντηση | प्रश्न | उत्तर
    | 问 | 答 | 問 | 记者 | 記者 | 采访者 | 採訪者 | 受访者 | 受訪者 | 主持人 | 提问 | 回答 | 记者问
    | 質問 | 聞き手 | 回答者 | 질문 | 답변 | 문 | 답 | 기자
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Who asks or answers; nobody begins a sentence so."""

ORDINARY = re.compile(
    r"""
      yes | yeah | no | nope | well | so | now | then | ok | okay | oh | ah | uh | um | hm+ | and
    | but | or | because | first(ly)? | second(ly)? | third(ly)? | finally | last(ly)? | also
    | maybe | exactly | right | sure | never | always | today | here | there | example | e\.?g
    | i\.?e | p\.?s | n\.?b | this | that | it | we | you | he | she | they | my | the | an
    | at | on | in | from | until | about | by | to | of | after | before | still | hello | hi
    | thanks | what | why | who | how | when | where | which | tomorrow | yesterday | sometimes
    | ja | nein | doch | nun | na | gut | genau | erstens | zweitens | drittens | und | aber | klar
    | oder | denn | heute | hier | vielleicht | natürlich | beispiel | beispielsweise | kurz
    | gegen | ab | von | nach | vor | ich | er | sie | es | wir | ihr | das | die | der | manchmal
    | oui | non | si | bon | bien | alors | bref | enfin | voilà | donc | et | mais | ou | car
    | exemple | premièrement | deuxièmement | ensuite | puis | vers | je | il | elle | nous
    | parfois | sí | bueno | pues | entonces | pero | primero | segundo | ejemplo | claro | sì
    | beh | allora | ma | sim | não | bem | então | mas | da | nie | tak | evet | hayır | tamam
    | да | нет | ну | вот | так | но | или | он | она | мы | они | потому | первое | второе
    | третье | во-первых | во-вторых | в-третьих | например | конечно | сегодня | хорошо | ладно
    | до | около | словом | короче | иногда | сначала | потом | ні | иә | ия | жоқ | жарайды
    | сонымен | біріншіден | екіншіден | мысалы | бірақ | және | мен | ол | бүгін
    | نعم | لا | أجل | طبعا | مثلا | يعني | حسنا | أولا | ثانيا | ثالثا | لكن | ربما | اليوم | بلى
    | (و|ف)?(قال|قالت|قلت|قالوا|يقول|أقول|سألت|سألني)(\ .*)? | (على\ )?سبيل\ المثال
    | [是不对好嗯] | 不是 | 是的 | 好的 | 没有 | 比如 | 例如 | 所以 | 但是 | 首先 | 其次 | 最后
    | 第.{1,2} | .*[说說道] | .+[他她我你们]问 | はい | いいえ | 例えば | 네 | 아니요 | 예
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""With these, sentences begin: “Yes: …”."""
