"""Lists words that show a label, and words that only look like one, in the languages we know."""

from __future__ import annotations

import re

ROLE = re.compile(
    r"""
      q | question | answer
    | (the\ )?(interviewer | interviewee | speaker | participant | respondent | moderator | host
      | guest | artist | photographer | reporter | journalist | interpreter | translator
      | researcher | narrator | editor)
    | editor'?s?'?\ note | editors'\ note | ed | translator'?s\ note
    | ((a\ )?(voice|question|man|woman)\ )?(from|in)\ the\ audience | (the\ )?audience
    | ((eine\ )?(stimme|frage)\ )?aus\ dem\ publikum | publikum
    | (anm(erkung|\.)?\ d(er|\.)\ )red(aktion)? | redaktion
    | ((une\ )?(voix|question)\ )?(du\ public|dans\ la\ salle) | ndlr | note\ de\ la\ rédaction
    | ((un[ao]?\ )?(voz|pregunta)\ )?del\ público | nota\ del\ editor
    | (голос\ |вопрос\ )?(из\ (зала|публики)) | (от\ )?редакци[ия]
    | (примечание|прим\.?)\ ред(акции|актора)?
    | залдан | (ملاحظة\ )?(المحرر|التحرير) | من\ الجمهور | 编者注 | 编者按 | 观众 | 編者注
    | 觀眾 | 会場
    | frage | antwort | réponse
    | ((der|die)\ )?(interviewer(in)? | befragte[rn]? | sprecher(in)? | moderator(in)?
      | künstler(in)? | fotograf(in)? | dolmetscher(in)?)
    | (l[ea]\ |l['’])?(intervieweu(r|se) | enquêt(eur|rice) | journaliste | artiste | interprète)
    | pregunta | respuesta | entrevistador[a]? | entrevistad[oa] | domanda | risposta
    | intervistat(ore|rice|o|a) | pergunta | resposta | vraag | antwoord | pytanie | odpowiedź
    | soru | cevap | yanıt | otázka | odpověď | kérdés | válasz | fråga | svar
    | вопрос | ответ | корреспондент | интервьюер | ведущ(ий|ая) | журналист(ка)? | переводчик
    | художни(к|ца) | питання | запитання | відповідь | сұрақ | жауап | тілші | жүргізуші
    | س | ج | (ال)?سؤال | (ال)?جواب | (ال)?محاورة? | (ال)?صحفية? | پرسش | پاسخ
    | ש | ת | שאלה | תשובה | מראיינת? | ερώτηση | απάντηση | प्रश्न | उत्तर
    | 问 | 答 | 問 | 记者 | 記者 | 采访者 | 採訪者 | 受访者 | 受訪者 | 主持人 | 提问 | 回答
    | 记者问
    | 質問 | 聞き手 | 回答者 | 질문 | 답변 | 문 | 답 | 기자
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names for the person who asks or answers; no sentence begins with them."""

ORDINARY = re.compile(
    r"""
      yes | yeah | no | nope | well | so | now | then | ok | okay | oh | ah | uh | um | hm+ | and
    | but | or | because | first(ly)? | second(ly)? | third(ly)? | finally | last(ly)? | also
    | maybe | note | result | conclusion | reason | fact | again | anyway | honestly | exactly
    | right | sure | never | always | today | here | there | example | e\.?g
    | i\.?e | p\.?s | n\.?b | this | that | it | we | you | he | she | they | my | the | an
    | at | on | in | from | until | about | by | to | of | after | before | still | hello | hi
    | thanks | what | why | who | how | when | where | which | tomorrow | yesterday | sometimes
    | ja | nein | doch | nun | na | gut | genau | erstens | zweitens | drittens | und | aber
    | klar
    | oder | denn | heute | hier | vielleicht | natürlich | beispiel | beispielsweise | kurz
    | fazit | resultat | ergebnis | grund | fakt | ehrlich | achtung | hinweis | also | außerdem
    | damals | später | früher | trotzdem | mein(e|er)? | ein(e|er|es)? | diese[rs]? | résultat
    | conclusion | moralité | attention | justement | évidemment | raison | итог | итак | вывод
    | результат | причина | правда | честно | точнее | главное | проще | моя | мой | наш[аеи]?
    | mon | ma | mes | notre | un | une | les | resultado | conclusión | además | después | luego
    | razón | mi | una? | los | las | қысқасы | демек | себебі | яғни | нәтижесі | our | one
    | these
    | باختصار | النتيجة | السبب | الحقيقة | المشكلة | مثال | 总之 | 其实 | 结果 | 结论 | 当然
    | 因为 | 后来
    | 现在 | 那时 | 还有 | 另外 | 譬如 | 比方 | 原因 | 事实 | 真的
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
"""Words that begin sentences: “Yes: …”."""

CAPITALS = re.compile(
    r"""
      ok | p\.?s | n\.?b | no | yes | ja | nein | oui | non | si | sí | да | нет | note | nota | faq
    | usa | uk | eu | tv
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words of up to four letters that are often written in capitals, and are hardly initials."""

PRONOUN = re.compile(
    r"""
      i | me | he | she | him | her | we | us | you | they | ich | er | sie | wir | du | ihr | moi
    | je | il | elle | lui | nous | vous | toi | eux | ils | elles | yo | él | ella | nosotr[oa]s
    | usted | tú | ellos | я | он | она | мы | вы | ты | они | мен | сен | сіз | ол | біз | олар
    | أنا | هو | هي | نحن | أنت | هم | 我 | 你 | 您 | 他 | 她 | 我们 | 他们 | 她们 | io | lui
    | lei | noi
    | eu | nós
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that begin sentences too, but hardly ever with a colon after them."""

NOTE = re.compile(
    r"""
      note | anm(erkung)?\.? | n\.?\ ?b\.? | nota | remarque | прим(ечание)?\.? | ескерту
    | ملاحظة | 注
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""In brackets, these are words of the editors."""

TITLE = re.compile(
    r"""
      mrs? | ms | miss | mx | sir | madam | dr | doctor | prof(essor(in)?)? | herr | hr | frau
      | fr
    | fräulein | monsieur | madame | mademoiselle | mme | mlle | m | maître | docteur
    | señor(a|ita)?
    | sra? | don | doña | signor[ae]? | senhora? | dona | dom | pan[ií]? | господин | госпожа
    | г-н | г-жа
    | товарищ | мырза | ханым | السيدة? | الأستاذة? | الدكتورة? | أستاذة? | دكتورة? | סיד
    | גברת | מר
    | .{0,4}(女士|先生|老师|老師|小姐|教授) | .{0,6}(さん|先生|氏) | .{0,4}(씨|님)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Forms of address, before or after a name."""

ADDRESS = re.compile(r"\W*(?P<words>\w+\.?(?:[ -]\w+\.?){0,4})\s*[,،、]\s*(?P<next>\w)")

KIN = re.compile(
    r"""
      (my|our|mein[e]?|unsere?|mon|ma|notre|mi|nuestr[oa]|мо[йя]|наша?|менің)\ (own\ )?
      (husband|wife|partner|mother|father|mum|mom|dad|sister|brother|son|daughter|aunt|uncle|friend
      |cousin|colleague|assistant|grandmother|grandfather|neighbou?r
      |mann|frau|mutter|vater|schwester|bruder|sohn|tochter|tante|onkel|freund(in)?|kolleg(e|in)
      |mari|femme|mère|père|sœur|frère|fils|fille|oncle|ami[e]?|collègue
      |marido|esposo|esposa|mujer|madre|padre|hermana|hermano|hij[oa]|tí[oa]|amig[oa]
      |муж|жена|мать|мама|отец|папа|сестра|брат|сын|дочь|т[её]тя|дядя|друг|подруга
      |күйеуім|әйелім|анам|әкем|әпкем|ағам)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Relatives who may sit beside the person interviewed."""

ASKING = re.compile(
    r"""
      i | i['’]m | do | does | did | is | are | was | were | can | could | would | will | have
      | has | had | if
    | let | let's | tell | describe | as | a | your | for | with | not | just | only | some | many
    | whose | which | whom | there's | it's | that's | as | even | our | their | his | her
    | its | these
    | wie | was | wer | wo | wann | warum | wieso | weshalb | woher | wohin | welche[rsnm]?
    | wem | wen | weil
    | haben | hat | hatten | sind | ist | war | waren | können | kann | gibt | gab | wenn
    | als | im | in
    | mit | bei | auf | aus | für | um | man | mein(e|en|em|er)? | sein(e)? | zu | am | beim
    | erzählen | sagen
    | comment | pourquoi | quand | où | qui | que | quel(le)?s? | est | avez | êtes | étiez
    | parce
    | vous | on | dans | [cdjlmnst]['’].* | qu['’].* | y | à | en | un | une | le | la | les
    | si | quoi | au | pour | avec
    | cómo | por | cuándo | dónde | quién | qué | cuál(es)? | cuánto | porque | y | el | ella
    | en | es | era
    | como | quando | onde | quem | que | qual | perché | come | dove | chi | che | cosa
    | waarom | hoe | wat | waar | wanneer | wie | czy | dlaczego | jak | gdzie | kiedy | kto
    | co | bo
    | neden | niçin | nasıl | nerede | kim | peki | çünkü
    | как | почему | когда | где | кто | что | какой | какая | какие | какое | зачем | откуда
    | куда
    | сколько | вы | у | в | на | с | и | а | не | это | был[аои]? | есть | можно | если | чем | я
    | қалай | неге | неліктен | қашан | қайда | кім | не | қандай | сіз | сіздің | қанша
    | өйткені | бұл
    | كيف | لماذا | متى | أين | من | ماذا | ما | هل | كم | أي | لأن | في | كان | كانت
    | و(ما|من|كيف|لماذا|متى|أين|هل|ماذا|كم|في|لكن|كان|كانت|هذا|بعد|أنا|قد)
    | 为什么 | 什么 | 怎么 | 谁 | 哪里 | 何时 | 您 | 你 | 我 | 那 | 那么 | 如果 | 왜 | 어떻게
    | 그리고 | 그래서 | なぜ
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that begin questions; answers may begin with them too."""

REQUEST = re.compile(
    r"""
      ^\W*(?:(?:and|so|please|now|then|also|und|bitte|et|alors|а|и|пожалуйста|y)[\s,]+)?
      (?: (?:(?:could|can|would|will)\ you\ )? (?:please\ )?
          (?:tell|describe|explain|talk|speak|imagine|name|show|say|give|share|recall|take\ us)
        | let's\ (?:talk|speak) | erzähl(?:en|e|t)? | beschreib(?:en|e|t)? | erklär(?:en|e|t)?
        | schilder(?:n|e|t) | nennen?\ sie | sagen\ sie | sprechen\ (?:sie|wir) | reden\ wir
        | verraten\ sie
        | (?:parl|racont|expliqu)(?:ez|ons|e) | décri(?:vez|s) | dites | cit(?:ez|e)
        | évoqu(?:ez|e)
        | (?:hábl|cuént|díg|explíqu)[ae](?:me|nos) | descríb[ae](?:me|nos)? | describa
        | explique | hable | cuente
        | расскажи(?:те)? | опиши(?:те)? | объясни(?:те)? | скажи(?:те)? | назови(?:те)?
        | вспомни(?:те)?
        | поделитесь | поговорим | حدث(?:نا|ني|ينا|يني) | أخبر(?:نا|ني|ينا|يني) | صفي? | احكي?
        | تحدثي? | قولي?
        | parli | mi\ parli | racconti | descriva | fale | conte | descreva | opowiedz
        | proszę | vertel | beschrijf
      )\b
    | ^\W*(?:那么?|现在|再)?请 | 谈谈 | 谈一谈 | 说说 | 说一说 | 讲讲 | 讲一讲 | 聊聊
    | 介绍一下 | 描述一下 | 談談 | 說說
    | ください | 聞かせて | 教えて | (?:주세요|주십시오)
    | (?:айт|сипатта|түсіндір|әңгімеле|бөліс|бер)\w*(?:ңыз|ңіз)(?:шы|ші)?\W*$
    | \b(?:anlat|bahsed|tarif)\w*\W*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Matches a line that asks without a question mark: “Tell me about Ulm.”"""
