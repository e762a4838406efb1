"""Chinese names in a text: in characters, and as their bearers spell them in Latin letters.

Characters are compared simplified. A given name alone counts only where it ends: 小明 is somebody,
小明信片 is a postcard.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from supportdesk_gui.text.person_names import CHINESE_TITLE
from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.romanising import is_romanised, latin_spellings, name_spellings

_CHINESE = re.compile("[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff]+")
_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 端木 令狐 长孙 宇文 轩辕 南宫 西门 独孤 呼延 钟离 闻人 申屠 张简 范姜"
).split()  # fmt: skip
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
_SURNAME = f"(?:{'|'.join(_COMPOUND)}|[{''.join(sorted(SURNAMES))}])"
_TITLE_BEHIND = re.compile(rf"(?<=[\u3400-\u9fff])(?:{CHINESE_TITLE})$")
# Couriers and elders are called by other titles, mostly without a name.
_TITLED = re.compile(
    f"({_SURNAME}[\u3400-\u9fff]{{0,2}}?)(?=先生|女士|小姐|太太|夫人|医生|教授|律师)"
)
_ENDS = "(?=$|[^\u3400-\u9fff]|您|你|好|的|说|收|和|跟|与|在|是|上周|敬|也|就|已|没|要|想|把|给|打|之前|先生|女士|小姐|太太|同学|老师|经理)"
_INTRODUCED = re.compile(
    rf"(?:我是|我叫|我的名字是|名字是|名字叫|姓名(?:是|为)?[:： ]?|收件人(?:是|为|写的是)?[:： ]?|收货人(?:是|为)?[:： ]?|联系人(?:是)?[:： ]?|本人|写的是|户名[:： ]?|开户人[:： ]?|抬头[:： ]?|"
    rf"(?:此致|敬上|谨上)[\n ]?|亲爱的|尊敬的|客服|(?:谢谢|感谢|祝好|顺心|愉快|多谢)[!！。,， ]?\n?)({_SURNAME}[\u3400-\u9fff]{{1,2}}?){_ENDS}"
    rf"|(?:^|\n)[ \t]*({_SURNAME}[\u3400-\u9fff]{{1,2}}?)(?=[ \t]*(?:您好|你好|敬上|敬启|上$|\n*(?:$|---)))"
    rf"|({_SURNAME}[\u3400-\u9fff]{{1,2}}?)(?=的名字|敬上|敬启)"
)
_IN_SENTENCE = re.compile(
    rf"(?:^|[^\u3400-\u9fff]|[由给和跟与请让问找叫为对向被把是到收的]|邻居|同事|朋友|保安|物业)({_SURNAME}[\u3400-\u9fff]{{1,2}}?)"
    "(?=$|[^\u3400-\u9fff]|[的说已没有签收代在是会可也和跟拿取打叫来答要买一都就])"
)
# Words that begin with what is a surname too.
_WORDS = frozenset(
    "谢谢 谢啦 谢了 安装 安排 安全 安心 高兴 高级 高清 高度 马上 马克 黄色 黄金 白色 白天 金色 金额 金属 方便 方法 方式 方案 何时 何况 常见 常常 常用 平时 万一 万分 成功 成分 于是 "
    "关于 关键 关闭 时间 时候 时效 应该 应当 单号 单价 单独 单子 包裹 包装 包括 包含 包邮 解决 解释 支持 支付 查询 查看 查收 宁愿 明天 明白 明确 明细 沙发 石头 毛巾 "
    "毛衣 温度 任何 连接 连续 项目 计算 计划 全部 全新 全额 车间 游戏 花费 花瓶 花纹 辛苦 路上 钱款 钱包 文件 文字 左右 顾客 顾问 易碎 康复 和平 祝您 祝你 祝好 祝愿 "
    "向您 向你 梅雨 江苏 江西 云南 贵州 贵司 贵店 贵公 章程 童装 童鞋 范围 季度 强烈 曲线 官网 官方 商品 商家 商城 冷静 冷藏 卓越 花色 尤其 习惯 保修 保证 保留 衣服 衣柜 "
    "水管 水果 薄款 银行 银色 宫廷 步骤 边框 党员 苗头 古典 房间 房子 米色 池子 都是 都有 都没 都会 巩固 练习 乐意 封面 原因 原价 原来 原本 应付 台灯 台湾 明显 岑寂 周末 周一 周二 周三 周四 周五 周六 周日 周年 张数 方形 高价 高温 金卡 于今 余额 余款 任务 常温 安静 安检 石材 江南 万元 钟表 "
    "白酒 白卡 白送 雷达 夏天 夏季 秋天 秋季 黎明 史上 莫非 文具 段落 毛病 毛毯 龙头 牛奶 牛仔 车票 车库 水杯 水壶 和好 连衣 单据 单品 单位 经理 柜台 阳台 阳光 颜色 单后 包包 包子 空调".split()
)
_NO_GIVEN = re.compile("[的了是在我你您他她们这那有不也就都要想请和与跟上下到来去过着没很会能可得]")


def has_chinese(text: str) -> bool:
    """Whether a name has characters of Chinese, Japanese or Korean."""
    return bool(_CHINESE.search(text))


def without_title(name: str) -> str:
    """A name in characters without *Mr* or *Ms* behind it."""
    return _TITLE_BEHIND.sub("", name)


def introduced_chinese(bare: str) -> Iterator[str]:
    """Whom a text, in plain spelling, greets, titles, introduces or is signed by; a surname alone
    where only a title stands behind it."""
    for match in _INTRODUCED.finditer(bare):
        name = match[1] or match[2] or match[3]
        if not _NO_GIVEN.search(name[1:]) and name[:2] not in _WORDS:
            yield name
    for match in _TITLED.finditer(bare):
        if not _NO_GIVEN.search(match[1]) and match[1][:2] not in _WORDS:
            yield match[1]


def chinese_in_both(bare: str, other: str) -> Iterator[str]:
    """Names that two texts write, both in plain spelling, and where one of them would do or get
    something; two characters only where the first text does so."""
    for text, beside, least in ((bare, other, 2), (other, bare, 3)):
        for match in _IN_SENTENCE.finditer(text):
            name = match[1]
            known = len(name) >= least and name in beside
            if known and not _NO_GIVEN.search(name[1:]) and name[:2] not in _WORDS:
                yield name


class ChinesePeople:
    """Of people in their order: those whose names are in characters, and those spelt as Chinese."""

    def __init__(self, names: Sequence[str]) -> None:
        self._full: dict[int, tuple[str, str, str]] = {}
        self._spelt: dict[int, str] = {}
        for person, name in enumerate(names):
            signs = "".join(_CHINESE.findall(name))
            if signs:
                self._full[person] = (plain(signs), *_cut(plain(signs)))
            else:
                words = re.findall("[a-z]+", plain(name))
                if 2 <= len(words) <= 3 and all(map(is_romanised, words)):
                    self._spelt[person] = " ".join(words)
        self._names = names

    def parts(self, person: int) -> Iterator[tuple[str, str]]:
        """The whole name, first and last name, by form, as the header writes them."""
        signs = "".join(_CHINESE.findall(self._names[person]))
        last, first = _cut(plain(signs))
        yield "", signs
        if last and first:
            yield "LAST", signs[: len(last)]
            yield "FIRST", signs[len(last) :]

    def spellings(self, person: int) -> Iterator[tuple[str, bool]]:
        """The words in Latin letters that the name may be spelt with; whether each is short."""
        _, last, first = self._full[person]
        for sign in last + first:
            for spelt in latin_spellings(sign):
                yield spelt, True
        given = [latin_spellings(sign) for sign in first]
        for said in itertools.islice(itertools.product(*given), 64):
            if len(said) > 1 and len("".join(said)) > 4:
                yield "".join(said), False
        if len(last) > 1:
            for said in itertools.islice(itertools.product(*map(latin_spellings, last)), 16):
                yield "".join(said), False

    def mentions(self, bare: str) -> Iterator[tuple[int, int, int, str]]:
        """Start, end, person and form of each place where characters name somebody."""
        if not _CHINESE.search(bare):
            return
        taken: set[int] = set()
        wanted = [(person, *way) for person, parts in self._full.items() for way in _forms(*parts)]
        # Whole names first: a given name may be that of two people.
        for person, form, pattern in sorted(wanted, key=lambda one: one[1] != ""):
            for match in re.finditer(pattern, bare):
                if taken.isdisjoint(range(*match.span())):
                    taken.update(range(*match.span()))
                    yield (*match.span(), person, form)
        for person, spelt in self._spelt.items():
            for start, end in _spelt_places(bare, spelt):
                if taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    yield start, end, person, "?"


def _forms(full: str, last: str, first: str) -> Iterator[tuple[str, str]]:
    title = f"(?={CHINESE_TITLE})"
    if len(full) == 1 or not first:
        yield "", re.escape(full) + title
        return
    yield "", re.escape(full)
    if last:
        yield (
            "LAST",
            f"{re.escape(last)}{title}|(?<=姓){re.escape(last)}|{re.escape(last)}(?=总{_ENDS})",
        )
        for short in {last, first[-1]}:
            yield "?", f"(?<![\u3400-\u9fff])[小老阿]{re.escape(short)}{_ENDS}"
    if len(first) > 1:
        yield "FIRST", re.escape(first) + _ENDS


def _cut(full: str) -> tuple[str, str]:
    """Last and first name; neither where it does not look Chinese."""
    if len(full) > 2 and full[:2] in _COMPOUND:
        return full[:2], full[2:]
    if 2 <= len(full) <= 4 and _HAN.fullmatch(full):
        return full[0], full[1:]
    return "", full if len(full) > 1 else ""


def _spelt_places(bare: str, spelt: str) -> Iterator[tuple[int, int]]:
    """Where characters are read as a name in Latin letters is spelt."""
    words = spelt.split()
    joined = "".join(words)
    for run in _HAN.finditer(bare):
        for at in range(run.start(), run.end() - 1):
            if bare[at] not in SURNAMES or not any(
                one in joined for one in latin_spellings(bare[at])
            ):
                continue
            for length in (3, 2, 4):
                signs = bare[at : at + length]
                if at + length <= run.end() and joined in name_spellings(signs):
                    yield at, at + length
                    break
