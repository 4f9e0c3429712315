"""What stands where in the nomination form: written by :mod:`forms`, read back by :mod:`form_reader`."""

from __future__ import annotations

from review_app.model.value import Value


class FormField(Value, frozen=True):
    """A line of the form: the field, its label, what to fill in, and what can be chosen (empty: any text)."""

    field: str
    label: str
    hint: str
    choices: tuple[str, ...] = ()
    needed: bool = False


BODY_TYPES = ("部委", "地方政府", "媒体", "企业", "社会组织", "高校", "其他")
ROUTES = ("自荐", "专家推荐")
LEVELS = ("国家级", "省级", "市级", "区县级", "乡镇（街道）级", "其他")

FIELDS = (
    FormField("title", "案例名称", "二百字以内；写案例本身的名称，不必带单位名。", needed=True),
    FormField("organisation", "申报单位", "与公章一致的全称。", needed=True),
    FormField("body_type", "单位类型", "选一项：", BODY_TYPES),
    FormField("carrying_body", "承办单位", "具体承担这项工作的单位或部门；与申报单位相同可不填。"),
    FormField("recipient", "获奖单位", "证书上写的单位；与申报单位相同可不填。"),
    FormField("region", "地区", "省、市、县，例如：浙江省杭州市。", needed=True),
    FormField("level", "层级", "选一项：", LEVELS),
    FormField("facet", "类别", "选一项：", needed=True),
    FormField("route", "申报方式", "选一项：", ROUTES),
    FormField("contact", "联系方式", "联系人、电话、电子邮箱。", needed=True),
    FormField("earlier_awards", "曾获奖项", "名称、年份、授奖单位；没有可不填。"),
    FormField(
        "summary", "案例简介", "一百至三百字，一段写完：做了什么，解决了什么问题，成效如何。", needed=True
    ),
    FormField("attachments", "附件", "列出随表提交的文件名。请交 PDF、PNG 或 JPEG；扫描件可以。"),
)
TABLE_HEAD = ("项目", "填写内容", "说明")
BODY_TITLE = "案例正文"
SECTIONS = (
    ("背景与问题", "当时的情况怎样，要解决什么问题，为什么用网络来解决。"),
    ("主要做法", "分步骤写清楚谁在什么时候做了什么；可以分小标题，可以列表。"),
    ("创新之处", "与同类做法相比新在哪里。"),
    ("成效与影响", "尽量用数字，每个数字在“数据与出处”中写明来源。"),
    ("可持续与推广", "经费、人员与制度的保障，别处能否照着做。"),
)
BODY_SECTIONS = frozenset(title for title, _ in SECTIONS)
SECTION = "dossier:"
"""Before the title of a section of the text that a table's column holds."""
CLAIMS_TITLE = "数据与出处"
CLAIM_HEAD = ("数字", "指什么", "出处", "时间")
CLAIM_FIELDS = {"数字": "figure", "指什么": "what", "出处": "source", "时间": "date", "性质": "status"}
CLAIM_ROWS = 8
SIGN_TITLE = "申报单位确认"
SIGN_LINES = (
    "本单位确认所填内容属实，所附材料可供评审专家阅读。",
    "单位负责人（签字）：",
    "申报单位（盖章）：",
    "日期：　　　　年　　月　　日",
)
HINT_MARK = "填写说明："
"""How every explanation in the form begins, so that none is taken for what somebody wrote."""
FORM_NAME = "申报表"
