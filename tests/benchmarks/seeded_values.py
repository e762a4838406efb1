"""Names, addresses and numbers of invented people, in six languages, and how numbers are made.

Written before the detectors, and not from them: what they find in tickets made of these is what
RESULTS.md calls *seeded*. Numbers come with right check digits; nobody can be reached by them.
"""

from __future__ import annotations

import random
import string

FIRST: dict[str, list[str]] = {
    "en": "Olivia Liam Emma Noah Amelia Oliver Grace Jack Harriet Mark Chloe Declan Siobhán Kwame Aisha Rose "
    "Darnell Priya Will Beth-Ann Tyrone Megan Zachary Heather Sean".split(),
    "es": "María José Lucía Javier Carmen Álvaro Inés Raúl Ximena Andrés Sofía Íñigo Nuria Joaquín Paz Guadalupe "
    "Martín Rocío Óscar Begoña Emiliano Yolanda Ángel Leire Tomás".split(),
    "fr": "Chloé Théo Amélie Loïc Hélène Jean-Baptiste Marine Aurélien Pierre Océane Benoît Anaïs François Maëlle "
    "Rémi Claire Yannick Sandrine Gaëtan Fatou Bastien Noémie Cédric Solène Étienne".split(),
    "de": "Jürgen Annika Björn Käthe Lukas Friederike Götz Sabine Jörg Lieselotte Matthias Heike Tim Ümit Svenja "
    "Ernst Wiebke Sönke Jana Klaus-Peter Ayşe Till Margarethe Frank Rosa".split(),
    "zh-Hans": "小明 建国 丽华 志强 雨欣 子轩 秀英 海燕 文博 晓东 梦瑶 俊杰 思远 佳怡 浩然 静 伟 芳 磊 洋".split(),
    "zh-Hant": "家豪 淑芬 志明 雅婷 俊傑 怡君 宗翰 佩珊 美玲 建宏 詠詩 子晴 冠宇 詩涵 承恩 欣怡 國榮 嘉玲 偉 芳".split(),
}
LAST: dict[str, list[str]] = {
    "en": "Whitfield O'Connor Okafor Patel Hughes Blackwood McAllister Young Nguyen Fitzgerald Baker Singh-Dhillon Long "
    "Haverford Price Adeyemi Thornbury Castellanos Winterbourne King".split(),
    "es": "García Fernández Núñez Ibáñez Muñoz Echeverría Peña Quiñones Domínguez Calvo Rivas Zúñiga Olmedo Iglesias "
    "Villalobos Güell Rey Sepúlveda Arrizabalaga Cortés".split(),
    "fr": "Lefèvre Dubois Béranger Garçon Petit N'Guyen Château Rousseau Guérin Delacroix Lemaître Blanc Perrin "
    "Haddad Marchand Bélanger Diallo Fournier Legrand Saint-Martin".split(),
    "de": "Müller Schäfer Groß Weißhaupt Köhler Brandstätter Öztürk Kurz Wüstenhagen Schmitz-Rahden Jäger Fuchs "
    "Hölderle Lang Voß Nürnberger Yılmaz Bäumler Koch Dreßler".split(),
    "zh-Hans": "王 李 张 刘 陈 杨 赵 黄 周 吴 欧阳 徐 孙 马 诸葛 何 高 林 罗 郑".split(),
    "zh-Hant": "陳 林 黃 張 李 王 吳 劉 蔡 楊 歐陽 許 鄭 謝 郭 洪 曾 邱 廖 賴".split(),
}  # fmt: skip
ROMANISED: dict[str, list[tuple[str, str]]] = {
    "zh-Hans": [
        ("王小明", "Wang Xiaoming"), ("李秀英", "Xiuying Li"), ("张志强", "Zhang Zhiqiang"), ("刘海燕", "Liu Haiyan"),
        ("陈雨欣", "Yuxin Chen"), ("欧阳子轩", "Ouyang Zixuan"), ("赵俊杰", "Zhao Junjie"), ("周梦瑶", "Mengyao Zhou"),
        ("吴浩然", "Wu Haoran"), ("黄佳怡", "Huang Jiayi"), ("孙文博", "Sun Wenbo"), ("何建国", "Jianguo He"),
    ],
    "zh-Hant": [
        ("陳家豪", "Chen Chia-Hao"), ("林淑芬", "Lin Shu-Fen"), ("黃志明", "Wong Chi Ming"), ("張雅婷", "Chang Ya-Ting"),
        ("李俊傑", "Lee Chun-Chieh"), ("王怡君", "Wang Yi-Chun"), ("蔡宗翰", "Tsai Tsung-Han"), ("楊佩珊", "Yeung Pui Shan"),
        ("劉美玲", "Liu Mei-Ling"), ("鄭子晴", "Cheng Tsz Ching"), ("許冠宇", "Hsu Kuan-Yu"), ("謝詩涵", "Hsieh Shih-Han"),
    ],
}  # fmt: skip
"""Names in characters as their bearers write them in Latin letters."""
ADDRESSES: dict[str, list[str]] = {
    "en": [
        "48 Hawthorn Lane, Sheffield S11 8TL", "1207 W Maple Street, Apt 4B, Columbus, OH 43215",
        "Flat 3, 19 Queen's Crescent, Glasgow G4 9BL", "77 Cranberry Hill Rd, Portland, ME 04102",
        "5 The Green, Marlow SL7 1QA", "2310 Ocean Boulevard, Long Beach, CA 90803",
        "142 King Street East, Toronto, ON M5C 1G6", "PO Box 318, Boise, ID 83701", "9 Abbey Walk\nYork\nYO1 7JR",
        "66 Banksia Drive, Noosa Heads QLD 4567", "8401 Old Mill Parkway, Suite 210, Austin, TX 78745",
        "31B Lower Baggot Street, Dublin 2, D02 X285",
    ],
    "es": [
        "Calle de Alcalá 214, 3.º B, 28028 Madrid", "C/ Mayor, 5, 46001 Valencia", "Avda. Diagonal 433, 2º 1ª, 08036 Barcelona",
        "Plaza del Pilar 12, 50003 Zaragoza", "Paseo de la Castellana, 95, 28046 Madrid", "Calle Betis nº 41, 41010 Sevilla",
        "Av. Insurgentes Sur 1602, Col. Crédito Constructor, 03940 Ciudad de México", "Carrera 15 # 93-47, Bogotá",
        "Camino Viejo de Burgos s/n, 34004 Palencia", "Calle Larios 7\n29005 Málaga", "Ronda de Sant Pere 19, 08010 Barcelona",
        "Av. Corrientes 1234, piso 5, C1043AAZ Buenos Aires",
    ],
    "fr": [
        "14 rue des Lilas, 75020 Paris", "8 bis avenue Foch, 69006 Lyon", "22, boulevard Victor-Hugo, 06000 Nice",
        "3 impasse du Moulin, 35000 Rennes", "117 quai de Valmy, 75010 Paris", "5 place Bellecour\n69002 Lyon",
        "Résidence Les Pins, bât. C, 40 chemin de la Garde, 13013 Marseille", "9 allée des Tilleuls, 67000 Strasbourg",
        "61 route de Toulouse, 33800 Bordeaux", "1 cours Mirabeau, 13100 Aix-en-Provence", "75 rue du Faubourg-Saint-Honoré, 75008 Paris",
        "12, rue Neuve, 1000 Bruxelles",
    ],
    "de": [
        "Hauptstraße 17, 10827 Berlin", "Lindenweg 4a, 50968 Köln", "Am Alten Markt 9, 14467 Potsdam", "Schillerstr. 112, 80336 München",
        "An der Alster 43\n20099 Hamburg", "Unter den Eichen 87, 12205 Berlin", "Kirchgasse 2, 65185 Wiesbaden", "Bahnhofplatz 1, 8001 Zürich",
        "Mariahilfer Straße 88/12, 1070 Wien", "Zum Sonnenberg 31 b, 97078 Würzburg", "Goethe-Allee 5, 37073 Göttingen", "Rathausring 66, D-67433 Neustadt",
    ],
    "zh-Hans": [
        "上海市浦东新区世纪大道100号3栋1201室", "北京市朝阳区建国路88号院6号楼2单元503", "广东省深圳市南山区科技园南路12号", "浙江省杭州市西湖区文三路478号华星时代广场A座",
        "成都市武侯区人民南路四段27号", "江苏省南京市鼓楼区中山北路30号2幢401室", "武汉市洪山区珞喻路1037号", "重庆市渝中区解放碑民权路28号", "陕西省西安市雁塔区小寨东路126号", "福建省厦门市思明区湖滨南路57号之二",
    ],
    "zh-Hant": [
        "台北市大安區忠孝東路四段101號7樓之2", "新北市板橋區文化路一段188巷12弄5號3樓", "高雄市前鎮區中山二路260號", "台中市西屯區台灣大道三段99號", "香港九龍旺角彌敦道688號旺角中心15樓", "香港北角英皇道250號12樓B室",
        "台南市東區大學路1號", "桃園市中壢區中央西路二段36號", "新竹市光復路二段101號", "彰化縣鹿港鎮中正路588號",
    ],
}  # fmt: skip
DOMAINS = "gmail.com outlook.com web.de orange.fr correo.example qq.com 163.com yahoo.com.tw posteo.de hughes.example".split()
_IBAN_SHAPES = {"DE": 18, "GB": 18, "FR": 23, "ES": 20, "AT": 16, "CH": 17, "NL": 14, "BE": 12}
_IBAN_LETTERS = {"GB": "WEST", "NL": "ABNA"}


def phone(language: str, dice: random.Random) -> str:
    """A number as people of that language write theirs."""
    shapes = {
        "en": ["+44 7{3} {6}", "07{3} {3} {3}", "(2{2}) 5{2}-{4}", "+1 3{2}-5{2}-{4}", "020 7{3} {4}", "41{1}-5{2}-{4}", "+61 4{2} {3} {3}"],
        "es": ["+34 6{2} {2} {2} {2}", "6{2} {3} {3}", "91 {3} {2} {2}", "+52 55 {4} {4}", "9{2}{6}", "+34 9{1} {3} {2} {2}"],
        "fr": ["06 {2} {2} {2} {2}", "+33 7 {2} {2} {2} {2}", "01.4{1}.{2}.{2}.{2}", "+33 (0)6 {2} {2} {2} {2}", "06{8}", "04-7{1}-{2}-{2}-{2}"],
        "de": ["0171 {7}", "+49 151 {8}", "030/{8}", "(089) {3} {4}", "+49 (0)40 {6}", "0221-{7}", "0043 664 {7}"],
        "zh-Hans": ["138{8}", "159 {4} {4}", "+86 186 {4} {4}", "021-6{7}", "177-{4}-{4}", "(010) 8{7}"],
        "zh-Hant": ["0912-{3}-{3}", "+886 933 {3} {3}", "(02) 2{3}-{4}", "+852 9{3} {4}", "09{8}", "02-8{3}-{4}"],
    }[language]  # fmt: skip
    made = dice.choice(shapes)
    while "{" in made:
        before, _, rest = made.partition("{")
        count, _, after = rest.partition("}")
        digits = [
            dice.choice("23456789"),
            *(dice.choice(string.digits) for _ in range(int(count) - 1)),
        ]
        made = before + "".join(digits) + after
    return made  # fmt: skip


def card(dice: random.Random) -> str:
    """A card number with its check digit, grouped as on the card or not."""
    start, length = dice.choice([("4", 16), ("51", 16), ("37", 15), ("6011", 16)])
    digits = start + "".join(dice.choice(string.digits) for _ in range(length - len(start) - 1))
    total = sum(
        (2 * int(one) - 9 if 2 * int(one) > 9 else 2 * int(one)) if place % 2 == 0 else int(one)
        for place, one in enumerate(reversed(digits))
    )
    whole = digits + str(-total % 10)
    gap = dice.choice(["", " ", " ", "-"])
    if length == 15:
        return gap.join([whole[:4], whole[4:10], whole[10:]])
    return gap.join(whole[at : at + 4] for at in range(0, 16, 4))


def iban(dice: random.Random) -> str:
    """An IBAN with its check digits."""
    country = dice.choice(list(_IBAN_SHAPES))
    letters = _IBAN_LETTERS.get(country, "")
    body = letters + "".join(
        dice.choice(string.digits) for _ in range(_IBAN_SHAPES[country] - len(letters))
    )
    number = "".join(str(int(sign, 36)) for sign in body + country + "00")
    whole = f"{country}{98 - int(number) % 97:02d}{body}"
    return dice.choice([whole, " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))])  # fmt: skip


def order(dice: random.Random) -> str:
    """An order number as shops write theirs."""
    shape = dice.choice(["#{5}", "{6}", "ORD-{4}-{4}", "2026-{6}", "W{8}", "10{4}", "#A{4}", "SO{6}", "{3}-{7}-{7}", "B-{5}"])  # fmt: skip
    return _filled(shape, dice)


def tracking(dice: random.Random) -> str:
    """A parcel's number as carriers write theirs."""
    shape = dice.choice(["1Z999AA1{10}", "JD01460{11}", "RR{9}CN", "LX{9}DE", "9400{18}", "SF{13}", "YT{13}", "00340434{12}", "6{11}", "TBA{12}"])  # fmt: skip
    return _filled(shape, dice)


def mail(name: str, dice: random.Random) -> str:
    """An address that may be made of a name in Latin letters."""
    import unicodedata

    bare = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = [word for word in bare.replace("'", "").split() if word]
    local = dice.choice([".".join(words), "".join(words), "_".join(reversed(words)), f"{words[0]}{dice.randrange(60, 99)}"]) if words else f"user{dice.randrange(10_000)}"  # fmt: skip
    tag = dice.choice(["", "", "", "+shop"])
    return f"{local}{tag}@{dice.choice(DOMAINS)}"


def born(language: str, dice: random.Random) -> str:
    """A birth date as it is written."""
    day, month, year = dice.randrange(1, 29), dice.randrange(1, 13), dice.randrange(1948, 2006)
    return {
        "en": f"{month:02d}/{day:02d}/{year}", "es": f"{day:02d}/{month:02d}/{year}", "fr": f"{day:02d}/{month:02d}/{year}",
        "de": f"{day:02d}.{month:02d}.{year}", "zh-Hans": f"{year}年{month}月{day}日", "zh-Hant": f"{year}年{month}月{day}日",
    }[language]  # fmt: skip


def identity(language: str, dice: random.Random) -> str:
    """A passport, tax or identity number as its label would announce it."""
    shape = {
        "en": "{9}", "es": "{8}X", "fr": "1{2}0{2}75{3}{3}{2}", "de": "L{1}X{2}K{3}", "zh-Hans": "310101198{1}0{1}1{1}{4}", "zh-Hant": "A2{8}",
    }[language]  # fmt: skip
    return _filled(shape, dice)


def _filled(shape: str, dice: random.Random) -> str:
    while "{" in shape:
        before, _, rest = shape.partition("{")
        count, _, after = rest.partition("}")
        shape = before + "".join(dice.choice(string.digits) for _ in range(int(count))) + after
    return shape
