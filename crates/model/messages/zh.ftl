# dabiao 的全部中文语句。
# 每个代码的取值是错误或警告本身；`.label` 标在原文所在之处，`.help` 说明下一步怎么办。
# 体例：全角标点，句末不加句号；用户写下的文字、规则里的写法和命令一律用「」括起，汉字与数字、字母之间不空格。
# 用语：target 目标，metric 指标，organisation 机构，entity 评价对象，unit 计量单位，item 条目，field 栏，
# clause 依据，owner 责任单位，base 基期，value 数值，period 期间，threshold 目标值，evaluate 判定，fix 更正。

## Words

verdict-met = 达标
verdict-missed = 未达标
verdict-pending = 未到期
verdict-unknown = 未知
verdict-uncertain = 不确定
verdict-not_applicable = 不适用
verdict-error = 出错

flag-at_risk = 有风险
flag-on_track = 进度正常
flag-off_track = 进度滞后
flag-provisional = 暂定
flag-late = 逾期

item-syntax = 语法
item-use = 引用
item-plan = 方案
item-organisation = 机构
item-unit = 单位
item-scale = 等级
item-assume = 假设
item-section = 章节
item-metric = 指标
item-table = 表
item-target = 目标
item-unmeasured = 不计量
item-test = 测试

## Types and values

type-percent = 百分比
type-points = 百分点
type-number = 数值
type-yes-no = 是/否
type-date = 日期
type-period = 期间
type-text = 文本

value-point = { $number }个百分点
value-points = { $number }个百分点
value-quantity = { $number } { $unit }
value-range = { $first }至{ $last }
value-list = 、
value-quoted = 「{ $text }」
value-series = { " → " }
value-at-least = ≥ { $value }
value-above = > { $value }
value-at-most = ≤ { $value }
value-below = < { $value }
value-equal = = { $value }
value-not-equal = ≠ { $value }
value-in = 在{ $first }～{ $last }
value-rounded-up = { $value }(−)
value-rounded-down = { $value }(+)
value-bounds = { $low }至{ $high }
value-about = ≈{ $value }
value-expected = 应为{ $value }，完成{ $progress }，时间过去{ $time }，进度比{ $pace }
rounding-half-even = 修约到{ $interval }，四舍六入五成双
rounding-half-up = 修约到{ $interval }，四舍五入
rounding-truncated = 截尾到{ $interval }
value-yes = 是
value-no = 否

number-empty = 缺少数字，应写作「12.5」这样的数
number-not-a-number = 从第{ $at }个字节起不是数字，应写作「12.5」「1_000」「1.2e-3」或「9/10」
number-too-long = 位数过多，最多可读400位
number-zero-denominator = 分母为零，应改用其他分母
number-exponent = 指数超出范围，应在-400到400之间
number-not-finite = 无穷大或未定义的浮点数不能作为数值；没有数值的，留空即可
number-not-a-decimal = 这个数无法精确表示为小数，应先修约，或者以文本给出

reading-not-of-type = 不是该类型的值
reading-unit = 计量单位「{ $unit }」不适用
reading-counts = 这两个计数不能构成比率

unit-duplicate = 「{ $spelling }」已经表示计量单位「{ $unit }」，应换一种写法
unit-spelling = 「{ $spelling }」不能作为计量单位的写法，应以文字或符号开头
unit-factor = 计量单位不能是另一单位的「{ $factor }」倍，应写大于零且位数较少的倍数

## Names of readings

naming-of = { $place }的{ $name }
naming-table = 记录表{ $table }
naming-in = { $name }（{ $period }）
naming-last-year = { $name }（上年）
naming-last-half = { $name }（上半年度）
naming-last-quarter = { $name }（上季度）
naming-last-month = { $name }（上月）
naming-last-day = { $name }（前一日）
naming-months = { $name }（{ $months }个月前）
naming-days = { $name }（{ $days }天前）
naming-months-days = { $name }（{ $months }个月零{ $days }天前）

## Files

file-not-found = 没有这个文件或文件夹
file-no-permission = 没有权限
file-exists = 已经存在
file-is-folder = 这是一个文件夹
file-no-folder = 路径中有一部分不是文件夹
file-not-text = 内容不是UTF-8编码的文本
file-full = 存储空间已满
file-quota = 超出可用的存储限额
file-read-only = 所在的磁盘只能读取
file-too-large = 文件过大
file-bad-name = 文件名不可用
file-busy = 正在被其他程序使用
file-not-empty = 文件夹不是空的
file-closed = 对方已经关闭
file-cut-short = 内容没有读完或写完就中断了
file-too-slow = 等待时间过长
file-no-memory = 内存不足
file-not-possible = 系统不支持这样读写
file-number = 系统出错，错误号为{ $number }
file-other = 系统提示「{ $text }」

## What a call can be given

wanted-day = 日期，例如「2011-12-31」
wanted-period = 期间，例如「2011」「2011-Q2」或「2011-05」
wanted-pair = 名称和值，写作「名称=值」
wanted-size = 大小，例如「512MB」或「4GB」
wanted-code-or-target = 代码（例如「E0201」），或者目标的标识，并写明规则文件和「--data」
wanted-file-for-format = 输出文件，终端无法显示这种格式
wanted-file-name = 以{ $endings }结尾的文件名
wanted-question = 含有「as_of」的JSON对象，并可含有「period」「entity」和「assume」
wanted-utf8 = 采用UTF-8编码的文本
wanted-handle = 已创建且尚未释放的对象，不能是空指针
wanted-form-of-comparison = 文本、Markdown或HTML，这些格式才能写明变化；用「dabiao report --against」还可输出为JSON
wanted-report = 由「dabiao eval --format json」写出的报告，该文件第{ $line }行不符合格式
wanted-one-of = { $words }中的一个或几个

given-value = 指标的值
given-named-metrics = 不是含有各项指标的结构或映射
given-parts = 只有结构、映射以及「(合格数, 总数)」可以含有几个部分
given-single = 不是单个的值
given-other = 程序提示「{ $text }」
given-float = 二进制浮点数没有确定的小数位：请给出十进制数、整数或文本，或者说明该列保留几位小数
given-long-float = 超过15位有效数字的二进制浮点数是运算的结果，带有舍入误差：请给出精确的小数、分数或者文本
given-python = 指标不能取「{ $type }」类型的值
given-column = 不能从「{ $type }」类型的列读取数值

## JSON that cannot be read

json-end = 文件没有写完就结束了
json-colon = 应为「:」
json-comma-or-bracket = 应为「,」或「]」
json-comma-or-brace = 应为「,」或「{"}"}」
json-value = 应为一个值
json-key = 应为半角双引号括起的名称
json-number = 不是数
json-escape = 文字中有JSON没有的转义写法
json-control-character = 文字中有换行或其他控制字符
json-trailing-comma = 最后一项之后多了逗号
json-trailing-text = 结束之后还有文字
json-other = 程序提示「{ $text }」

## Help

help-usage = 用法：
help-command = 命令
help-commands = 命令
help-arguments = 参数
help-options = 选项
help-heading = { $heading }：
help-values = （可选：{ $values }）
help-default = （默认：{ $value }）

help-dabiao = 按照质量目标精确判定数据是否达标
help-check = 检查规则有无错误
help-eval = 按规则判定数据
    .long = 结束状态：0为没有未达标的目标，1为有目标未达标，2为规则或命令有误，3为数据有误，4为没有未达标的目标，但有未知、不确定或出错的结果
help-explain = 解释一项结论，或者一个错误代码
help-report = 把报告转成另一种格式，或者列出与较早报告相比的变化
    .long = 报告须以JSON写出；结束状态与评价时相同：0为没有未达标的目标，1为有目标未达标，4为没有未达标的目标，但有未知、不确定或出错的结果；报告无法读取时为2
help-targets = 列出规则的各项要求，不需要数据
help-fmt = 按规范格式整理规则
    .long = 文件就地改写，标准输入的内容写到标准输出；结束状态：1为用「--check」时有文件需要改写，2为文件无法读取或有错误，有错误的文件保持原样
help-test = 运行规则中的测试
    .long = 结束状态：0为全部通过，1为有测试未通过，2为规则或命令有误
help-what-if = 推算怎样变动会改变结论
    .long = 对每项未达标的目标，给出使其达标的最小变动；用「--set」列出哪些结论会改变，用「--vary」列出从何处起改变；结束状态：0为没有未达标的目标或没有结论改变，1为有，2为规则或命令有误，3为数据有误
help-diff = 说明新版方案改变了什么
    .long = 对收紧、放宽或改变口径的每项目标，给出一版接受而另一版不接受的数值；结束状态：0为判定和责任没有不同，1为有不同，2为规则或命令有误
help-compile = 检查一次规则，把方案存入一个文件，以后可以直接使用该文件
    .long = 文件中也含有规则原文；只有未经改动、并且由同一版本保存的文件才能使用
help-template = 写出一份工作簿，供填报尚缺的数值
    .long = 得出结论所需而数据中没有的数值，每个一行，写明名称、单位、条款和可填的内容；填好后与其他数据一起写在「--data」之后
help-sql = 写出在数据库中计算方案记录表各项指标的查询语句
    .long = 每张记录表一条语句，每个中位数另有一条；查询结果是按评价对象和期间汇总的条数与合计，「eval --table 名称=postgres://…」可以自行查询
help-init = 在新文件夹中建立方案
help-lsp = 通过标准输入输出为编辑器提供服务
    .long = 语言服务器：输入时即提示错误并给出改法，补全词语，查找名称及其位置；由编辑器启动

arg-help = 显示帮助
arg-version = 显示版本
arg-lsp-stdio = 标准输入输出（始终使用）
arg-lang = 提示信息和报告的语言；不写则用方案写明的语言，再则用系统环境的语言
    .value = 语言
arg-rules = 规则文件和文件夹；「-」表示标准输入
    .value = 规则
arg-old = 旧版：规则文件或文件夹；「-」表示标准输入
    .value = 旧版
arg-new = 新版：规则文件或文件夹；「-」表示标准输入
    .value = 新版
arg-format = 输出的格式
    .value = 格式
arg-check-format = 提示信息的格式：文本写到标准错误，JSON和SARIF写到标准输出
    .value = 格式
arg-expression = 要判定的条件，可以代替规则文件，也可以同时使用
    .value = 条件
arg-eval-format = 报告的格式；不指定时按输出文件的扩展名确定，否则为文本
    .value = 格式
arg-against = 较早的报告（JSON），用来列出此后的变化
    .value = 报告
arg-report = 由「dabiao eval --format json」写出的报告；「-」表示标准输入
    .value = 报告
arg-report-format = 报告的格式；不指定时按输出文件的扩展名确定，否则为文本
    .value = 格式
arg-output = 把报告写入文件
    .value = 文件
arg-fail-on = 出现所列的任一结论或备注时，结束状态为1，否则为0，例如「未达标,未知,有风险」
    .value = 列表
arg-data = 含有指标的CSV、JSON、逐行JSON和XLSX文件；有「地区」和「上级」两列的表格是评价对象的层级
    .value = 文件
arg-set = 一个指标的值，例如「市场抽检.合格率=92.4%」
    .value = 指标=值
arg-as-of = 判定之日，例如「2011-12-31」；不写则为今天
    .value = 日期
arg-period = 要判定的期间，例如「2011」或「2011-Q2」
    .value = 期间
arg-entity = 要判定的评价对象；不写则判定数据中的全部对象
    .value = 对象
arg-assume = 给一项假设另设的值，例如「大幅=30%」
    .value = 名称=值
arg-table = 规则中一张记录表的数据来源，可以是CSV、JSON、逐行JSON、XLSX或Parquet文件，也可以是存放这些文件的文件夹，或者「postgres://…」，例如「市场抽检样品=samples.parquet」
    .value = 名称=来源
arg-max-bad-rows = 一张记录表中无法使用的记录超过此数时，不给出结论
    .value = 条数
arg-memory = 汇总记录时可用的内存，超出部分使用磁盘，写作字节数，也可以带单位；不写则为「2GB」
    .value = 大小
arg-dialect = 执行查询的数据库
    .value = 数据库
arg-template-output = 要写出的工作簿，例如「填报表.xlsx」
    .value = 文件
arg-sql-table = 规则中的记录表在数据库中的表名，例如「市场抽检样品=lab.samples」
    .value = 名称=表名
arg-sql-as-of = 判定之日，例如「2011-12-31」；此后的记录不予使用
    .value = 日期
arg-sql-output = 把查询语句写入文件
    .value = 文件
arg-vary = 一项假设在两个值之间的全部取值，例如「大幅=10%..40%」
    .value = 名称=起..止
arg-verbose = 把关于目标而未能判断的问题写到标准错误
arg-subject = 目标的标识，或者错误代码，例如「E0201」
    .value = 标识
arg-explain-rules = 目标所在的规则文件和文件夹
    .value = 规则
arg-files = 规则文件，以及其中的规则文件都要整理的文件夹；「-」表示标准输入
    .value = 文件
arg-check = 只列出需要改写的文件，不改写
arg-to = 关键词、符号和日期改用这种语言；不写则各文件保持原来的语言
    .value = 语言
arg-dir = 要建立方案的文件夹
    .value = 文件夹

## Calls that cannot be read

call-fault = 错误：{ $fault }

    用法：{ $usage }
    详情：「--help」
call-fault-similar = 错误：{ $fault }
    是否应为「{ $similar }」？

    用法：{ $usage }
    详情：「--help」
call-unknown-argument = 这里没有{ $argument }这个选项或参数
call-unknown-command = 没有命令{ $command }
call-no-command = 没有写命令
call-missing = 缺少{ $argument }
call-conflict = { $argument }不能与{ $other }同时使用
call-bad-value = { $value }不是{ $argument }可用的值，可用的有{ $values }
call-no-value = { $argument }后面缺少值
call-twice = { $argument }只能写一次
call-takes-no-value = { $argument }后面不写值
call-not-utf8 = 命令中有不是UTF-8编码的文字

## Report

report-list = 、
report-parts = { " · " }
report-labelled = { $label }：{ $text }
report-more = 另有{ $count }个

report-untitled = 没有方案条目的规则
report-as-of = 截至{ $date }
report-period = 期间{ $period }
report-no-results = 没有判定任何目标
report-no-entity = 未注明评价对象
report-no-section = 未分章节
report-no-owner = 未明确责任单位

report-label-verdict = 结论
report-label-target = 目标
report-label-period = 期间
report-label-observed = 实际
report-label-required = 要求
report-label-margin = 余量
report-label-flags = 备注
report-label-cite = 依据
report-label-owner = 责任单位
report-label-with = 配合单位
report-label-missing = 缺少数据
report-label-condition = 条件
report-label-rule = 规则
report-label-section = 章节
report-label-due = 期限
report-label-values = 数据
report-label-assumption = 假设
report-label-rounding = 修约
report-label-reason = 原因
report-label-entity = 评价对象
report-label-points = 得分
report-label-grade = 等级
report-label-value = 取值
report-label-because = 理由
report-label-source = 来源
report-label-assumption-name = 假设
report-label-id = 标识
report-label-title = 名称
report-label-unit = 计量单位
report-label-least = 下限
report-label-greatest = 上限
report-label-warn = 预警线
report-label-told = 实际（文字）
report-label-full-points = 满分
report-label-overridden = 本次另行设定
report-sheet-summary = 汇总
report-sheet-faults = 待核数据
report-label-missed-targets = 未达标的目标
report-results-heading = 各项结果
report-refused = { $count }条记录未使用
report-needed = 还差{ $count }个
report-scores = 得分
report-score = { $points }分（满分{ $full }分）
report-score-unknown = 未知（满分{ $full }分）
report-points = 计分
report-form = { $points }，按「{ $form }」计
report-completion = 完成率{ $share }
report-shortfall = 缺口{ $amount }
report-bonus = 加分
report-penalty = 扣分
report-adjusted = { $kind }{ $points }，按「{ $rule }」计
report-grade = 等级{ $grade }
report-grade-unknown = 等级未知
report-grade-veto = 一票否决，等级{ $given }：{ $reason }；按得分应为{ $earned }
report-so-far = 截至目前
report-reweighted = 缺项的权重由其他项分担
report-no-points = 「{ $part }」没有得分：{ $reason }
report-no-points-beside = 有一项加分或扣分未知：{ $reason }

report-owners-idle = 没有待办事项的单位：{ $owners }
report-who-acts = 责任单位情况
report-named = { $title }（{ $id }）
report-target-for = { $target }（{ $entities }）
report-assumptions = 假设
report-assumption = { $name } = { $value }
report-overridden = 本次运行另行设定
report-verdict-count = { $verdict }{ $count }项
report-targets = 目标共{ $count }项
    .one = 目标共1项
report-results = 结果共{ $count }项
    .one = 结果共1项

targets-by = 期限{ $date }
targets-unmeasured = 不计量

init-wrote = 已写入「{ $rules }」「{ $data }」和「{ $readme }」
    可以运行：「dabiao eval { $rules } --data { $data }」

report-level-error = 错误
report-level-warning = 警告
report-level-note = 说明
report-level-help = 建议
report-cell = { $file }:{ $row }，「{ $column }」列
report-fix = 改写如下
report-fixes = 改写为以下之一
report-replace = 替换为「{ $replacement }」
report-remove = 删去
report-errors = { $count }处错误
    .one = 1处错误
report-warnings = { $count }处警告
    .one = 1处警告
cli-one-warning = 规则有1条警告，用「dabiao check」查看
sql-heading = { $table }（{ $dialect }）：按评价对象和期间汇总的条数与合计
cli-records-read = 已读取{ $count }条记录
cli-warnings = 规则有{ $count }条警告，用「dabiao check」查看
undecided-outcome = 未能判定：{ $target }能否达标和不达标；{ $why }
undecided-together = 未能判定：{ $targets }能否同时达标；{ $why }
undecided-implied = 未能判定：读取「{ $metric }」的{ $targets }个目标之间是否相互包含；每个目标只与其前后各{ $reach }个目标比较
undecided-conditional = 未能判定：自{ $first }起的{ $targets }个带适用条件的目标之间是否矛盾；只比较了前{ $reach }个
undecided-not-linear = 取决于指标的乘积、趋势等不作推断的值
undecided-too-large = 组成部分过多
report-not-shown = 另有{ $count }处未列出
    .one = 另有1处未列出

## Reasons

reason-told = { $text }
reason-missing = 没有「{ $names }」的数据
reason-no-table = 没有「{ $names }」的数据：没有给出记录表「{ $table }」（「--table { $table }=文件」）
reason-no-records = 记录表「{ $table }」没有「{ $names }」的记录
reason-none-chosen = 记录表「{ $table }」中没有可供计算「{ $names }」的记录
reason-records-undecided = 记录表「{ $table }」有{ $count }条记录无法判断：缺少{ $columns }
reason-records-undefined = 记录表「{ $table }」有{ $count }条记录无法判断：除数为零
reason-if-none = 记录表「{ $table }」没有记录，按规则视为{ $verdict }
reason-zero-base = 「{ $metric }」为0，以零为基数的变化幅度没有定义
reason-negative-base = 「{ $metric }」为负数，以负数为基数的变化幅度没有公认的含义
reason-division-by-zero = 「{ $text }」中除数为零
reason-number-too-large = 「{ $text }」的位数过多，无法继续计算
reason-series-too-long = 「{ $text }」涉及的期间超过{ $limit }个
reason-mistyped = 方案有错误，未更正就作了判定
reason-base-not-before = 基期{ $base }不早于所判定的期间{ $period }
reason-no-ancestor = 「{ $entity }」没有名为或属于「{ $place }」的上级，也没有名为「{ $place }」的评价对象
reason-no-entity = 没有名为「{ $place }」的评价对象
reason-no-period = 「{ $text }」需要期间，数据没有注明期间
reason-no-such-time = 由{ $period }无法推出「{ $text }」所指的时间
reason-short-series = 判断趋势至少要有两个值，数据中有{ $count }个
reason-no-siblings = 此处没有级别为「{ $level }」的其他地区
reason-negative-value = 「{ $text }」的值变为负数，没有年均变化率
reason-no-counts = 「{ $text }」没有样本数和合格数，无法按样本判定
reason-uncertain = 按此样本，{ $low }至{ $high }都有可能，阈值在两者之间
reason-not-due = 期限为{ $due }
reason-parts-missed = 未达到的部分：{ $parts }
reason-condition-false = 适用条件「{ $text }」不成立
reason-no-completion = 「{ $target }」计分需要大于零的目标值，而目标值不大于零
reason-no-figure = 此处没有「{ $rule }」所计的数值
reason-veto = 「{ $target }」未达标
reason-veto-open = 「{ $target }」是否触发一票否决尚不可知

## Notes at further places

note-first-declared = 第一处在这里
note-also-here = 这里也有
note-target-of-score = 这是该目标的计分
note-form-of-score = 计分方式写在这里
note-contradicts = 相互矛盾的目标之一
note-implies = 已经包含这一要求的目标

## E01 text and shape

E0101 = 文件从第{ $offset }个字节起不是UTF-8编码的文本
    .label = 不是UTF-8编码的文本
    .help = 把文件另存为UTF-8编码
E0102 = 这一行无法读取
    .label = { $at ->
        [end] 行到这里就结束了
       *[text] 无法理解
    }
    .help = 每一行是条目，例如「目标 市场抽检.合格率 ≥ 90%」；或者是栏，例如「责任：工商分局」；或者是「#」开头的注释
    .value = 这里应为一个值
    .value-label = { $at ->
        [end] 值还没有写，行就结束了
       *[text] 「{ $found }」不是值
    }
    .value-help = 值可以是「90%」这样的数，可以是名称，也可以是由两者组成的式子
    .name = 这里应为名称
    .name-label = { $at ->
        [end] 名称还没有写，行就结束了
       *[text] 「{ $found }」不是名称
    }
    .name-help = 名称以文字开头，例如「市场抽检.合格率」；其他写法要用直角引号或双引号括起
    .text = 这里应为引号括起的文字
    .text-label = { $at ->
        [end] 文字还没有写，行就结束了
       *[text] 「{ $found }」没有用引号括起
    }
    .text-help = 用双引号“…”或直角引号括起
    .period = 这里应为日期或期间
    .period-label = { $at ->
        [end] 日期或期间还没有写，行就结束了
       *[text] 不是日期或期间
    }
    .period-help = 写作「2011年」「2011年第二季度」「2011年5月」「2011-12-31」或「2011年底」
    .number = 这里应为数
    .number-label = { $at ->
        [end] 数还没有写，行就结束了
       *[text] 「{ $found }」不是数
    }
    .number-help = 写数字，需要时在后面加「%」或计量单位
    .count = 这里应为整数
    .count-label = { $at ->
        [end] 整数还没有写，行就结束了
       *[text] 「{ $found }」不是整数
    }
    .count-help = 用数字书写，例如「2」
    .change = 这里应写明怎样变化
    .change-label = 变化多少，或者每隔多久变化？
    .change-help = 写作「较2005年下降20%以上」或「逐年下降」
    .bound = 这里应写明变化幅度的界限
    .bound-label = 是至少、至多、超过还是不满？
    .bound-help = 写作「较2005年下降至少20%」或「较2005年下降20%以上」
    .since = 这里应写明变化的基期
    .since-label = 与哪一期相比？
    .since-help = 写明基期，例如「较2005年下降20%以上」
    .trend = 这里应为「下降」或「上升」
    .trend-label = { $at ->
        [end] 变化方向还没有写，行就结束了
       *[text] 「{ $found }」不是变化方向
    }
    .trend-help = 写作「逐年不下降」或「逐年不上升」
    .step = 这里应写明间隔
    .step-label = { $at ->
        [end] 间隔还没有写，行就结束了
       *[text] 「{ $found }」不是间隔
    }
    .step-help = 间隔有「年」「半年」「季度」「月」「日」
    .in = 这里应为期间、范围或集合
    .in-label = { $at ->
        [end] 期间、范围或集合还没有写，行就结束了
       *[text] 「{ $found }」不是期间、范围或集合
    }
    .in-help = 写作「在2005年」「在80%～90%」或「属于{"{"}“合格”，“不合格”{"}"}」
    .dots = 这里应写明范围的另一端
    .dots-label = 缺少「～」和一个值
    .dots-help = 两端都要写，例如「80%～90%」
    .to = 这里应为「到」
    .to-label = 到多少？
    .to-help = 写作「修约(x 到 0.1%)」或「线性 自80% 到100%」
    .colon = 这里应为冒号
    .colon-label = 前面缺少冒号
    .colon-help = 写作「等级 a：低 < 中 < 高」，最差的在前
    .less = 这里应为「<」
    .less-label = 缺少下一级
    .less-help = 至少写两级，最差的在前，例如「等级 a：低 < 中 < 高」
    .assign = 这里应为「=」
    .assign-label = 前面缺少等号
    .assign-help = 依次写名称、「=」和值，例如「假设 a = 20%」
    .arrow = 这里应为「→」
    .arrow-label = 得多少分？
    .arrow-help = 写作「阶梯 100% → 40，90% → 35，其余 → 0」
    .then = 这里应为「则」
    .then-label = 前面缺少「则」
    .then-help = 写作「若 a > 1 则 b 否则 c」
    .else = 这里应为「否则」
    .else-label = 前面缺少「否则」
    .else-help = 写作「若 a > 1 则 b 否则 c」；有「若」就要有「否则」
    .over = 这里应写明地方或时段
    .over-label = 对哪些地方或哪段时间计算？
    .over-help = 写作「各 区县 的 x 的平均值」或「x 近3年的平均值」
    .satisfies = 这里应为「都满足」
    .satisfies-label = 前面缺少「都满足」
    .satisfies-help = 写作「每个 村 都满足 已覆盖 = 是」
    .items = 这里应为「项」
    .items-label = 前面缺少「项」
    .items-help = 写作「至少2项(a, b, c)」
    .from = 这里应为「自」
    .from-label = 自何时，或者自多少？
    .from-help = 写作「线性 自2010年」；计分时写作「线性 自80% 到100%」
    .per = 这里应为「每」
    .per-label = 每多少扣一次？
    .per-help = 写作「扣1 每1个百分点」
    .bracket = 这里应为「)」
    .bracket-label = { $at ->
        [end] 括号还没有结束，行就结束了
       *[text] 「{ $found }」与括号内前面的内容接不上
    }
    .bracket-help = 补上右括号，或者在两个值之间写上运算符号
    .set = 这里应为「{"}"}」
    .set-label = 集合应在这里继续或结束
    .set-help = 写作「属于{"{"}“合格”，“不合格”{"}"}」，各项之间用逗号隔开
    .type = 这里应为类型
    .type-label = { $at ->
        [end] 类型还没有写，行就结束了
       *[text] 「{ $found }」不是类型
    }
    .type-help = 类型有「百分比」「百分点」「数值」「是/否」「日期」「期间」「文本」，以及各计量单位和等级
    .verdict = 这里应为结论
    .verdict-label = { $at ->
        [end] 结论还没有写，行就结束了
       *[text] 「{ $found }」不是结论
    }
    .verdict-help = 结论有「达标」「未达标」「未到期」「未知」「不确定」「不适用」「出错」
    .method = 这里应为计算方法
    .method-label = 不是计算方法
    .method-help = 方法有「克洛珀-皮尔逊」和「威尔逊」
    .rounding = 这里应为修约方式
    .rounding-label = 不是修约方式
    .rounding-help = 修约方式有「四舍六入」「四舍五入」「截尾」
    .judge = 这里应为判定方式
    .judge-label = { $at ->
        [end] 判定方式还没有写，行就结束了
       *[text] 「{ $found }」不是判定方式
    }
    .judge-help = 写作「判定：全数值」或「判定：修约值 到0.1%」
    .path = 这里应为路径
    .path-label = { $at ->
        [end] 路径还没有写，行就结束了
       *[text] 「{ $found }」不是路径
    }
    .path-help = 写作「路径：线性 自2010年」或「路径：复合 自2010年」
    .score = 这里应为计分方式
    .score-label = { $at ->
        [end] 计分方式还没有写，行就结束了
       *[text] 「{ $found }」不是计分方式
    }
    .score-help = 计分方式有「达标得分」「按比例」「线性 自A 到B」「阶梯 A → 分值，…」「扣N 每M」
    .band = 这里应写明该级的起点分数
    .band-label = 从多少分起？
    .band-help = 写作「分级：A ≥ 90，B ≥ 80，D 其余」
    .chained = 比较不能连写
    .chained-label = 第二个比较
    .chained-help = 写作「b 在 a～c」，包括两端；或者用「且」连接两个比较
    .misplaced = 这里的内容应紧接在名称或括号之后
    .misplaced-label = 不应接在条件之后
    .misplaced-help = 移到应在的位置，或者把它所属的内容用括号括起
    .contrary = 前后两个词互相矛盾
    .contrary-label = 方向相反
    .contrary-help = 写作「达到…以上」或「控制在…以内」
    .empty-name = 名称是空的
    .empty-name-label = 引号之间没有内容
    .empty-name-help = 在引号之间写上名称
    .habit = 「{ $found }」不是这里可用的符号
    .habit-label = 无法理解
    .habit-help = 写作「{ $meant }」
    .between = 没有「between」这种写法
    .between-label = 无法理解
    .between-help = 写作「x 在80%～90%」，包括两端
    .date-form = 日期不是这样写的
    .date-form-label = 日期的另一种写法
    .date-form-help = 写作「{ $meant }」
    .date-order = 哪个是日，哪个是月？
    .date-order-label = 日期的另一种写法
    .date-order-help = 先写年，再写月和日，例如「2011-12-31」
    .range = 范围用「～」或「至」连接两端
    .range-label = 范围的另一种写法
    .range-help = 写作「{ $meant }」
    .change-end = 变化只写明基期
    .change-end-label = 变化到何时为止不写在这里
    .change-end-help = 另加一行「期限：{ $period }」
    .filler = 这里不需要「{ $found }」
    .filler-label = 无法理解
    .filler-help = 删去
    .single-quotes = 文字应用双引号括起
    .single-quotes-label = 单引号
    .single-quotes-help = 用双引号“…”或直角引号括起
    .dash = 破折号可能表示范围，也可能表示相减
    .dash-label = 破折号
    .dash-help = 表示范围写作「..」，表示相减写作「-」
    .other-quotes = 文字应用双引号括起
    .other-quotes-label = 其他引号
    .other-quotes-help = 用双引号“…”或直角引号括起
    .function = 没有名为「{ $found }」的函数
    .function-label = 不是函数
    .function-help = 函数有「最小值」「最大值」「绝对值」「修约」
E0103 = 没有以「{ $word }」开头的条目
    .label = 不是条目的开头词
    .help = 每一行以「目标」「指标」这样的词开头，或者以「责任：」这样的栏名开头，或者是条件
    .similar-help = 是否应为「{ $similar }」？
E0104 = 没有名为「{ $field }」的栏
    .label = 不是栏名
    .help = 常用的栏有「名称」「依据」「责任」「期限」「类型」「取值」「适用」「预警」
    .similar-help = 是否应为「{ $similar }」？
    .item = 「{ $field }」是条目的开头词，后面不加冒号
    .item-label = 条目的开头词
    .item-help = 去掉冒号
E0105 = 引号没有结束
    .label = 到行末仍未结束
    .help = 在同一行内结束引号
E0106 = 括号没有结束
    .label = 从这里开始
    .help = 补上另一半，或者删去
    .unopened = 括号没有开始就结束了
    .unopened-label = 没有与之对应的左括号
    .unopened-help = 删去，或者在前面补上左括号
    .other = 前后括号的种类不同
    .other-label = 与前面的括号不是同一种
    .other-help = 改用同一种括号
E0107 = 完整的内容之后还有多余的文字
    .label = 不属于前面的内容
    .help = 删去，用「且」这样的词连接，或者把含有空格的名称用引号括起
    .list-help = 各项之间用逗号隔开，含有空格的名称用引号括起
E0108 = 「{ $field }」后面缺少冒号
    .label = 栏名
    .help = 写作「{ $field }：」
E0109 = 「{ $field }」这一栏不属于任何条目
    .label = 前面没有条目
    .help = 移到它所属的条目之下
E0110 = 「{ $field }」这一栏写了两次
    .label = 第二次
    .help = 只留一处；有多项内容的，用逗号隔开
E0111 = 这个数无法读取
    .label = 不是数
    .help = 写作「1_000」或「12.5」
    .too-long = 这个数过长
    .too-long-label = 位数过多
    .too-long-help = 核对数字；最多可读400位
    .thousands = 千位之间不用逗号隔开
    .thousands-label = 数字中间的逗号
    .thousands-help = 写作「1_000」或「1000」
    .comma = 小数点不用逗号
    .comma-label = 数字中间的逗号
    .comma-help = 写作「{ $meant }」
    .point = 小数点前缺少数字
    .point-label = 数从这里开始
    .point-help = 写作「0.5」
E0112 = 日历中没有「{ $text }」
    .label = 没有这个日期或期间
    .help = 核对年、季度、月、日
E0113 = 无法识别语言的第{ $version }版
    .label = 不是已知的版本
    .help = 本程序可读「语法 1」
E0114 = 有一个看不见的字符（{ $code }）
    .label = 看不见
    .help = 删去；这种字符出现在引号之外，会掩盖规则的本意
E0115 = 数字旁边是脚注号吗？
    .label = 上标或带圈的数字
    .help = 删去，说明文字写在「#」之后作为注释
E0116 = 「{ $name }」中有仅在写法上与普通字符不同的字符
    .label = 等同于「{ $plain }」
    .help = 写作「{ $plain }」

## E02 names

E0201 = 方案中没有名为「{ $name }」的内容
    .label = 不是指标、假设或等级中的一级
    .help = 用「指标 { $name }」列明，或者改用已有的名称
    .similar-help = 是否应为「{ $similar }」？
    .truth = 是非值写作「是」或「否」
    .truth-label = 不是这里可用的值
    .truth-help = 写作「{ $meant }」
    .time = 「{ $name }」只说明时间，没有说明指标
    .time-label = 哪个指标？
    .time-help = 写作「{ $meant }」
    .language = 「{ $name }」不是提示信息可用的语言
    .language-label = 应为「zh」或「en」
    .language-help = 写作「语言：zh」或「语言：en」
    .target = 没有名为「{ $name }」的目标
    .target-label = 没有这个目标
    .target-help = 改用目标的标识，或者其条件中首个指标的名称
    .table = 没有名为「{ $name }」的记录表
    .table-label = 不是记录表
    .table-help = 用「表 { $name }」列明并写明各列，或者改用已有的记录表
    .table-similar = 没有名为「{ $name }」的记录表
    .table-similar-label = 不是记录表
    .table-similar-help = 是否应为「{ $similar }」？
    .metric-as-table = 「{ $name }」是指标，这里应为记录表
    .metric-as-table-label = 指标
    .metric-as-table-help = 改写记录表的名称，或者写明对哪些期间、哪些地区计算，例如「{ $name } 近3年的平均值」
    .column = 记录表「{ $table }」没有「{ $name }」列
    .column-label = 不是其中的列
    .column-help = 改用该表已有的列：{ $columns }
    .column-similar = 记录表「{ $table }」没有「{ $name }」列
    .column-similar-label = 不是其中的列
    .column-similar-help = 是否应为「{ $similar }」？
E0202 = 没有名为「{ $name }」的机构
    .label = 未列明
    .help = 用「机构 { $name }」列明，或者改用已列明的机构
    .similar-help = 是否应为「{ $similar }」？
E0203 = 没有名为「{ $name }」的计量单位
    .label = 不是已知的计量单位
    .help = 用「单位 { $name }」列明，或者改用已有的计量单位
    .similar-help = 是否应为「{ $similar }」？
    .definition = 计量单位「{ $name }」须由另一计量单位换算得出
    .definition-label = 应为带计量单位的数，例如「0.001 吨标准煤」
    .definition-help = 写作「单位 { $name } = 0.001 吨标准煤」；如果是独立的计量单位，不写换算关系
E0204 = 等级「{ $scale }」中没有「{ $name }」这一级
    .label = 不是其中的一级
    .help = 各级依次为{ $levels }
E0205 = 没有名为「{ $name }」的类型
    .label = 不是类型、计量单位或等级
    .help = 类型有百分比、百分点、数值、是/否、日期、期间、文本，以及各计量单位和等级
    .similar-help = 是否应为「{ $similar }」？
E0206 = 有两项目标的标识都是「{ $id }」
    .label = 标识重复
    .help = 给其中一项换一个标识
    .implicit-help = 给这项目标写上自己的标识：「目标 标识：…」
E0207 = 「{ $name }」列明了两次
    .label = 第二次
    .help = 其中一处改名，或者删去一处
    .unit = 「{ $name }」不能列为计量单位：{ $cause }
    .unit-label = 不能作为计量单位
    .unit-help = 更改计量单位的名称或其他写法，或者改用已有的计量单位
    .alike = 「{ $name }」与「{ $other }」难以区分
    .alike-label = 仅有全角半角等写法上的不同
    .alike-help = 其中一处另取名称
E0208 = 「{ $metric }」由自身计算得出
    .label = 由此又回到「{ $metric }」
    .help = 从计算「{ $metric }」的式子中去掉它自身
E0209 = 「{ $field }」不是「{ $item }」条目的栏
    .label = 「{ $item }」条目没有这一栏
    .help = 把这一栏移到它所属的条目，或者删去
    .nothing-rounded = 此条件中没有需要修约的值
    .nothing-rounded-label = 没有数值比较
    .nothing-rounded-help = 删去这一行
    .rounded-sample = 样本的置信界按原值比较，不作修约
    .rounded-sample-label = 与「判定：修约值」同时出现
    .rounded-sample-help = 删去其中一行
    .each-by = 周期性目标在每期期末到期
    .each-by-label = 又另有期限
    .each-by-help = 删去「期限：」或「周期：」
    .if-none = 这里不涉及记录，无所谓有无
    .if-none-label = 没有用到记录表
    .if-none-help = 删去这一行，或者移到用到记录表的目标或指标
    .if-none-verdict = 没有记录时只能定为达标或未达标
    .if-none-verdict-label = 不是这两种结论
    .if-none-verdict-help = 写作「若无：达标」或「若无：未达标」；不写则为未知
E0210 = 无法引用「{ $path }」
    .label = { $cause }
    .help = 引用方案文件夹内的规则文件，或者随程序提供的文件，例如「common/units.dabiao」
    .similar = 没有文件「{ $path }」
    .similar-label = 没有这个文件
    .similar-help = 是否应为「{ $similar }」？
    .backslashes = 「{ $path }」用了反斜线分隔文件夹
    .backslashes-label = 反斜线
    .backslashes-help = 写作「{ $mended }」，各种系统都能读取
    .empty-folder = 文件夹「{ $path }」中没有规则文件
    .empty-folder-label = 没有可引用的内容
    .empty-folder-help = 换一个含有「.dabiao」文件的文件夹
    .outside = 「{ $path }」在方案文件夹之外
    .outside-label = 不在方案文件夹内
    .outside-help = 把文件移到方案文件夹内，路径从那里写起
    .no-folder = 「{ $path }」不是随程序提供的文件，而这段文字不在任何文件夹中
    .no-folder-label = 没有所在的文件夹
    .no-folder-help = 把规则存为文件，与所引用的文件放在一起；随程序提供的文件随处可以引用，例如「common/units.dabiao」
E0211 = 这里缺少必需的内容
    .label = 缺少内容
    .help = 补上所缺的内容
    .because = 容许{ $code }没有说明理由
    .because-label = 没有理由
    .because-help = 写作「容许：{ $code } 因为“…”」
    .assume = 假设「{ $name }」没有说明理由
    .assume-label = 没有理由
    .assume-help = 加一行「理由：“…”」，说明为什么取这个值
    .unmeasured = 不计量的要求没有说明原因
    .unmeasured-label = 没有原因
    .unmeasured-help = 加一行「原因：“…”」，说明为什么不计量
    .test = 测试没有预期
    .test-label = 没有预期
    .test-help = 加一行，例如「预期：市场抽检.合格率 达标」
    .milestone = 里程碑应早于目标的期限
    .milestone-label = 不早于期限
    .milestone-help = 给目标写明更晚的「期限：」，或者把这个里程碑写成单独的目标
    .track = 路径从基期通向目标的期限
    .track-label = 基期之后没有期限
    .track-help = 给目标写明基期之后的「期限：」
    .table = 记录表「{ $name }」没有列
    .table-label = 没有列
    .table-help = 加一行写明各列及其类型，例如「列：地区 文本，时期 期间，结果 文本」
E0212 = 一个方案只能有一个「方案」条目，这是第二个
    .label = 第二个方案
    .help = 删去一个，或者把两个方案分别放在不同的文件夹
E0213 = 「{ $code }」不是警告的代码
    .label = 只有警告可以容许
    .help = 写W0601这样的警告代码；错误必须更正

## E03 types and units

E0301 = 「{ $text }」没有百分号，这里应为百分比
    .label = 应为百分比
    .help = 写作「{ $fixed }」
    .fraction-help = 写作「{ $share }」；如果确实只有这么少，写作「{ $fixed }」
E0302 = 「{ $text }」的类型是{ $found }，这里应为{ $wanted }
    .label = { $found }
    .help = 改用类型为{ $wanted }的值
    .percent = 「{ $text }」是百分比，这里应为普通的数
    .percent-label = 百分比
    .percent-help = 如果指标是比率，写明「类型：百分比」；否则写普通的数
    .points = 「{ $text }」不是百分比之差
    .points-label = 百分比之差以百分点计
    .points-help = 写作「{ $fixed }」
    .sum = { $left }与{ $right }不能相加减
    .sum-label = { $left }与{ $right }
    .sum-help = 两边应为同一种量；百分比加减百分点，例如「5个百分点」
    .product = { $left }与{ $right }不能相乘除
    .product-label = { $left }与{ $right }
    .product-help = 应乘以或除以数、百分比或者带计量单位的量
    .one-argument = 「绝对值」只能有一个参数
    .one-argument-label = 多于一个，或者没有
    .one-argument-help = 写作「绝对值(x)」
    .negative-change = 变化幅度应写正数
    .negative-change-label = 写成了负数
    .negative-change-help = 把「下降」改为「上升」或者反过来，幅度写正数
    .yearly = 年均变化只能直接与一个比率比较
    .yearly-label = 此处没有比较
    .yearly-help = 写成比较，例如「x 自2015年起的年均变化率 ≥ 2%」；年均变化率是无理数，只有比较才是精确的
    .only-of-records = 占比、计数和中位数只对记录表计算
    .only-of-records-label = 不能对时期或地区计算
    .only-of-records-help = 改用「平均值」「合计」「最小值」或「最大值」
    .no-sample = 置信度只用于一个占比与固定阈值的比较
    .no-sample-label = 此条件不是这样的比较
    .no-sample-help = 写成「商品.合格率 ≥ 90%」这样的条件，指标应为观测所得的百分比
    .entity-column = 「{ $name }」列写明记录属于哪个评价对象，应为文本
    .entity-column-label = { $found }
    .entity-column-help = 写作「{ $name } 文本」，或者改用别的列名
    .period-column = 「{ $name }」列写明记录属于何时，应为期间或日期
    .period-column-label = { $found }
    .period-column-help = 写作「{ $name } 期间」或「{ $name } 日期」，或者改用别的列名
E0303 = 「{ $text }」的计量单位是{ $found }，这里应为{ $wanted }
    .label = { $found }
    .help = 改用与{ $wanted }计量同一种量的单位
    .bare = 「{ $text }」没有计量单位，这里应以{ $wanted }计
    .bare-label = 缺少计量单位
    .bare-help = 写作「{ $fixed }」
    .sum = { $left }与{ $right }计量的不是同一种量
    .sum-label = { $left }与{ $right }
    .sum-help = 只有同一种量可以相加减
    .product = { $left }与{ $right }的乘积或商不能构成计量单位
    .product-label = { $left }与{ $right }
    .product-help = 减少一个式子中的计量单位
E0304 = 这里应为条件，写的是类型为{ $type }的值
    .label = 应能判断是否成立
    .help = 与某个值比较，例如「… ≥ 90%」
E0305 = 这里应为数，写的是类型为{ $type }的值
    .label = { $type }
    .help = 改用取值为数的指标，或者写一个数
    .of-records = 「{ $name }」列的类型是{ $type }，这里应为数
    .of-records-label = { $type }
    .of-records-help = 改用数值列，或者改为统计记录条数
E0306 = 百分比指标再说变化百分之几，可以有两种理解
    .label = 相对变化，还是百分点？
    .help = 如果指百分点之差，写作「{ $points }」；如果指相对基期的变化，写作「{ $relative }」
    .yearly = 百分比指标的年均变化有两种读法
    .yearly-label = 百分比指标
    .yearly-help = 用每年的百分点来写，例如「(x − 2015年的 x) ÷ 5 ≥ 1个百分点」
E0307 = 这里应为指标名称
    .label = 不是指标
    .help = 写一个指标的名称
    .computed = 「{ $metric }」由方案计算，不能给定
    .computed-label = 计算所得
    .computed-help = 改为给定计算它所用的指标
    .one-place = 测试至多写明一个地区和一个时期
    .one-place-label = 超出此限
    .one-place-help = 写成「2010年的 城北区 的 合格率」这样的名称
    .milestone = 没有写明此里程碑说的是哪个值
    .milestone-label = 目标的条件中有多个值
    .milestone-help = 在时期之后写出完整的条件，例如「2008年 x ≥ 85%」
    .track = 路径通向一个值
    .track-label = 条件没有写明要达到的值
    .track-help = 写成「x ≥ 90%」或「x 较2005年下降20%以上」这样的条件
E0308 = 「{ $target }」不可能达标：「{ $metric }」的取值范围是{ $range }
    .label = { $range }之内没有符合要求的值
    .help = 更正目标值，或者更正「{ $metric }」的取值范围
    .condition = 「{ $target }」不可能达标
    .condition-label = 没有满足这一要求的取值
    .condition-help = 更正这一条件，或者更正有关指标的取值范围
    .count = { $parts }个条件中不可能有{ $count }个以上成立
    .count-label = 只有{ $parts }个条件
    .count-help = 最多要求{ $parts }个
    .window = { $count }期的窗口不能要求{ $needed }个值
    .window-label = 至少要求一个值，至多每期一个
    .window-help = 所要求的个数应在1与期数之间
    .confidence = 没有样本能以此置信度作出判定
    .confidence-label = 应高于50%且低于100%
    .confidence-help = 写一个置信度，例如「95%」
E0309 = 这里应为固定的值
    .label = 取决于数据或假设
    .help = 写一个确定的值，例如「20%」或「10」
    .place = 限值没有写明的末位，无法据以修约
    .place-label = 不是直接写出的数
    .place-help = 写明修约间隔：「判定：修约值 到0.1%」
E0310 = 除数为零
    .label = 这里为零
    .help = 改用不为零的除数
    .interval = 修约间隔应大于零
    .interval-label = 不大于零
    .interval-help = 写一个间隔，例如「0.1%」
E0311 = 范围的起点在终点之后
    .label = 起点和终点颠倒
    .help = 把起点和终点对调
    .period = 期间的起点在终点之后，或者两端长短不一
    .period-label = 不是期间
    .period-help = 例如写作「2011年至2013年」
    .trend = 判断趋势至少需要两个期间，早的在前
    .trend-label = 不足两个期间
    .trend-help = 例如写作「自2008年起逐年下降」
E0312 = 类型为{ $type }的值没有高低之分
    .label = 这里只能用「=」或「≠」
    .help = 改用「=」或「≠」
    .of-records = 「{ $name }」列的类型是{ $type }，没有最小值和最大值
    .of-records-label = { $type }
    .of-records-help = 改用数值、日期、期间或等级列
E0313 = 单条记录回答不了这一项
    .label = 不是单条记录的内容
    .help = 只用列、固定值和假设，以比较、且、或、非和四则运算相连
    .metric = 「{ $name }」是指标，单条记录只有各列的值
    .metric-label = 指标
    .metric-help = 与固定值或假设比较；或者先对全表统计，再与指标比较
    .given = 测试中的记录应写作「列 = 值」
    .given-label = 不是列与固定值
    .given-help = 写作「结果 = “合格”」，多项用「且」相连
E0314 = 这样统计不适用于记录表「{ $table }」
    .label = 不适用
    .help = 写明统计什么、对哪些记录统计
    .share-where = 计算占比须写明记录表「{ $table }」中哪些记录算在内
    .share-where-label = 什么的占比？
    .share-where-help = 写作「{ $table } 中 … 的占比」；如果不以全部记录为总数，写作「{ $table } 中 … 的记录中 … 的占比」
    .share-column = 占比按记录计算，不按值计算
    .share-column-label = 列
    .share-column-help = 写作「{ $table } 中 … 的占比」
    .count-column = 计数统计的是记录，不是值
    .count-column-label = 列
    .count-column-help = 写作「{ $table } 的条数」；只统计一部分的，写作「{ $table } 中 … 的条数」
    .needs-column = 没有写明统计记录表「{ $table }」的哪一列
    .needs-column-label = 只有表名
    .needs-column-help = 写明其中一列，例如「{ $table }.列名」，各列有：{ $columns }
    .every-column = 逐条要求的是记录表「{ $table }」的记录，不是值
    .every-column-label = 列
    .every-column-help = 写作「每个 { $table } 都满足 …」
    .among = 只有占比才另设总数范围
    .among-label = 不是占比
    .among-help = 把两个条件用「且」连在一起

## E04 limits

E0315 = 「{ $target }」与{ $others }不可能同时达标
    .label = 没有同时满足这些目标的取值
    .help = 更正其中一项；适用于不同地区或不同情形的目标，各写一行「适用：…」
E0402 = 括号嵌套过深
    .label = 超过{ $limit }层
    .help = 把条件拆开：用「指标 …」和「取值：…」给其中的部分起名
    .chain = 连用的正负号、「非」、地点或条件过多
    .chain-label = 超过{ $limit }个
    .chain-help = 把它拆开：用「指标 …」和「取值：…」给其中的部分起名
E0403 = 文字过长
    .label = 超出上限
    .help = 把它拆开
    .line = 一行过长
    .line-label = 超过{ $limit }字节
    .line-help = 在运算符号或逗号之后换行
    .operators = 式子的组成部分过多
    .operators-label = 运算符号超过{ $limit }个
    .operators-help = 把它拆开：用「指标 …」和「取值：…」给其中的部分起名
    .periods = 目标的周期过多
    .periods-label = 在方案的期间内超过{ $limit }次
    .periods-help = 改用较长的周期，例如「周期：每月」，或者缩短方案的期间
E0404 = 文件过大
    .label = 有{ $size }字节，上限为{ $limit }字节
    .help = 把方案分成几个文件，放在同一个文件夹
E0405 = 文件中的条目过多
    .label = 超过{ $limit }个条目，其余没有读取
    .help = 把方案分成几个文件，放在同一个文件夹
    .faults = 错误过多
    .faults-label = 从这里起的错误没有列出
    .faults-help = 先更正其他错误

## E05 formatting

E0502 = 排版后的文本会改变含义
    .label = 这里会被读成别的意思
    .help = 文件保持原样；换一种写法，并附上这一处报告此问题

## W06 warnings

W0601 = 「{ $target }」的期限{ $due }不在方案期间{ $period }之内
    .label = 期限在{ $period }之外
    .help = 更正期限；如果确实如此，写作「容许：W0601 因为“…”」
W0602 = 「{ $target }」没有责任单位
    .label = 没有责任单位
    .help = 加一行「责任：…」；如果确实没有，写作「容许：W0602 因为“…”」
W0603 = 「{ $target }」没有写明依据
    .label = 没有依据
    .help = 加一行「依据：“…”」；如果确实没有，写作「容许：W0603 因为“…”」
W0604 = 「{ $name }」没有列明，从用法看，类型是{ $type }
    .label = 未列明
    .help = 用「指标 { $name }」列明，并加一行「类型：{ $type }」
W0605 = 没有规则用到指标「{ $name }」
    .label = 未用到
    .help = 删去；如果确需保留，写作「容许：W0605 因为“…”」
W0606 = 没有规则用到假设「{ $name }」
    .label = 未用到
    .help = 删去；如果确需保留，写作「容许：W0606 因为“…”」
W0607 = 「{ $target }」不可能不达标：「{ $metric }」的取值范围是{ $range }
    .label = { $range }之内的值全部符合要求
    .help = 更正目标值或取值范围；如果确实如此，写作「容许：W0607 因为“…”」
    .condition = 「{ $target }」不可能不达标
    .condition-label = 任何取值都满足这一要求
    .condition-help = 更正这一条件；如果确实如此，写作「容许：W0607 因为“…”」
    .never-applies = 「{ $target }」始终不适用，因此不可能不达标
    .never-applies-label = 适用条件在任何情况下都不成立
    .never-applies-help = 更正「适用：」一栏；如果确实如此，写作「容许：W0607 因为“…”」
W0608 = 不必容许{ $code }
    .label = 没有可容许的警告
    .help = 删去这一行
W0609 = 只要「{ $by }」达标，「{ $target }」就不可能不达标
    .label = 另一项目标已经包含这一要求
    .help = 删去要求较低的一项；如果确需保留，写作「容许：W0609 因为“…”」
W0610 = 「{ $target }」的预警线与目标不相适应
    .label = 见「预警：」一栏
    .help = 更正数值；如果确实如此，写作「容许：W0610 因为“…”」
    .never = 「{ $target }」的预警不可能出现：预警条件成立时，目标已不达标
    .never-label = 达标的取值都不满足预警条件
    .always = 「{ $target }」只要达标就必然预警
    .always-label = 达标的取值都满足预警条件
W0611 = 「{ $target }」{ $period }的里程碑次序有误
    .label = 见其他里程碑
    .help = 更正数值或期间；如果确实如此，写作「容许：W0611 因为“…”」
    .weaker = 「{ $target }」{ $period }的里程碑低于前一个里程碑的要求
    .weaker-label = 前一个里程碑已经包含这一要求
    .stricter = 「{ $target }」{ $period }的里程碑高于目标本身
    .stricter-label = 这一要求严于目标本身
W0612 = 基期{ $since }不早于「{ $target }」的评价时间（截至{ $due }）
    .label = 届时无从得知自该基期以来的变化
    .help = 改用更早的基期或更晚的期限；如果确实如此，写作「容许：W0612 因为“…”」
W0613 = 没有规则用到「{ $name }」
    .label = 未用到
    .help = 删去；如果确需保留，写作「容许：W0613 因为“…”」
W0620 = 没有规则用到记录表「{ $name }」
    .label = 未用到
    .help = 删去；如果确需保留，写作「容许：W0620 因为“…”」
W0640 = 「{ $name }」混用文字：「{ $letter }」（{ $code }）是{ $script ->
        [latin] 拉丁字母
        [greek] 希腊字母
        [cyrillic] 西里尔字母
        [armenian] 亚美尼亚字母
        [georgian] 格鲁吉亚字母
        [cherokee] 切罗基字母
        [coptic] 科普特字母
       *[other] 另一种文字
    }，与其余文字不同
    .label = 不同文字混用
    .help = 重新输入该字符；确属有意的，写作「容许：W0640 因为“…”」

## E07 data

note-first-value = 第一个值在这里

E0701 = 「{ $text }」不能作为{ $type }读取，这是「{ $metric }」的类型
    .label = { $reason }
    .help = 填写这一类型的值；没有数据的，留空或者填「NA」
    .digits = 「{ $text }」的位数超过了{ $type }能够保留的位数，这是「{ $metric }」的类型
    .digits-label = 位数过多
    .digits-help = 请写有限小数，小数点前不超过36位，小数点后不超过30位

E0702 = 「{ $metric }」在评价对象「{ $entity }」、期间{ $period }有两个值
    .label = 重复给出
    .help = 只留一个值，或者用「地区」列或「期间」列加以区分
    .of-entity = 「{ $metric }」在评价对象「{ $entity }」有两个值
    .of-period = 「{ $metric }」在期间{ $period }有两个值
    .alone = 「{ $metric }」有两个值
    .mixed = 「{ $metric }」既有分期间的值，又有不分期间的值
    .mixed-label = 有的有期间，有的没有
    .mixed-help = 没有期间的值适用于所有期间：为它填上期间，或者删去它
    .of-records = 「{ $metric }」已直接给出，记录表「{ $table }」又会算出它的值
    .of-records-label = 与记录表重复
    .of-records-help = 从数据中删去这个值，或者不给出记录表

E0703 = 方案中没有指标「{ $name }」
    .label = 不在方案中
    .help = 改用方案中指标的名称或标题，用「指标 { $name }」列明，或者从数据中删去这个值
    .similar-help = 是否应为「{ $similar }」？
    .derived = 「{ $name }」由方案计算得出，不能由数据给出
    .derived-label = 计算得出的指标
    .derived-help = 从数据中删去这个值，或者从方案中删去「取值：」一栏

E0704 = 「{ $text }」超出「{ $metric }」的取值范围{ $range }
    .label = 超出范围
    .help = 更正数值；以小数表示的比率要写成百分比，例如「92.4%」，不写「0.924」

E0705 = 「{ $text }」不是期间，本行各指标的值没有采用：{ $metrics }
    .label = 不是期间
    .help = 年写作「2011」，半年写作「2011-H1」，季度写作「2011-Q2」，月写作「2011-05」，日写作「2011-12-31」；对各个期间都适用的值，期间留空
    .many = 「{ $text }」不是期间，本行的{ $count }个值没有采用
    .alone = 「{ $text }」不是期间
    .of-record = 记录表「{ $table }」有一条记录没有写明时间
    .of-record-label = 空白
    .of-record-help = 填写期间或日期；没有时间的记录不知道算在哪一期

E0706 = 计量单位「{ $unit }」不能用于「{ $metric }」，该指标以{ $wanted }计
    .label = 计量的不是同一种量
    .help = 改以{ $wanted }给出，或者改用方案中计量同一种量的其他单位

E0707 = 没有标题为「{ $name }」的列
    .label = 缺少
    .help = 把列标题写作「{ $chinese }」或「{ $name }」；一行一值的表有「指标」和「数值」两列，一列一个指标的表没有这两列，评价对象表有「地区」以及「上级」或「层级」列
    .repeated = 有两列的标题都是「{ $name }」
    .repeated-label = 重复
    .repeated-help = 只留一列，或者给其中一列另起标题
    .twice = 「{ $name }」和「{ $first }」指同一列
    .twice-label = 重复
    .twice-help = 只留一列，或者给其中一列另起标题
    .misplaced-tidy = 一行一值的表没有「{ $name }」列
    .misplaced-tidy-label = 没有读取
    .misplaced-tidy-help = 删去该列，或者把标题改为{ $columns }之一；供人阅读的说明写在「备注」列
    .misplaced-wide = 一列一个指标的表不用「{ $name }」列
    .misplaced-wide-label = 没有读取
    .misplaced-wide-help = 删去该列；计量单位写在单元格内（「12 家」），或者改用有「指标」和「数值」两列的表；指标之外只能有{ $columns }
    .misplaced-entities = 评价对象表没有「{ $name }」列
    .misplaced-entities-label = 没有读取
    .misplaced-entities-help = 删去该列，或者把标题改为{ $columns }之一；数值另放一个文件
    .misplaced-document = 「{ $name }」与「rows」「entities」并列，没有读取
    .misplaced-document-label = 没有读取
    .misplaced-document-help = 移到「rows」的某一行中，或者删去
    .no-metrics = 没有以指标为标题的列
    .no-metrics-label = 这里没有指标
    .no-metrics-help = 每个指标加一列，以指标的名称或标题为列标题；或者加「指标」和「数值」两列
    .no-heading = 第{ $number }列有数据，没有标题
    .no-heading-label = 没有标题
    .no-heading-help = 写上列标题，或者清空该列
    .of-table = 没有标题为「{ $name }」的列，而记录表「{ $table }」列明了这一列
    .of-table-label = 缺少
    .of-table-help = 补上标题为「{ $name }」的列，或者从规则的列名中删去

E0708 = 文件格式有误
    .help = 更正文件后重新读取
    .not-utf8 = 文件不是UTF-8编码的文本
    .not-utf8-label = 从这个字节起不是
    .not-utf8-help = 把文件另存为UTF-8编码（电子表格中选「CSV UTF-8」）；GBK编码的文件可用「iconv -f GBK -t UTF-8」转换
    .not-found = 没有文件「{ $name }」
    .not-found-help = 更正路径；路径从运行命令的文件夹算起
    .unreadable = 无法读取「{ $name }」：{ $reason }
    .unreadable-help = 给予文件读取权限，或者换一个文件
    .empty = 文件是空的
    .empty-help = 写上标题行；JSON文件应有一个对象
    .workbook = 无法读取工作簿：{ $reason }
    .workbook-help = 另存为不带密码的「.xlsx」文件
    .no-table = 工作簿里没有表格
    .no-table-help = 把表头写在同一行，至少占两个单元格，数值写在表头下面；隐藏的工作表须指明才会读取，写作「文件.xlsx#工作表」
    .no-sheet = 工作簿里没有工作表「{ $name }」
    .no-sheet-help = 写出其中一张工作表的名称：{ $sheets }
    .sheets = 工作簿里有几张工作表都有表格：{ $sheets }
    .sheets-help = 指明要用的一张，写作「文件.xlsx#工作表」
    .cell-error = 单元格显示错误「{ $text }」，这一行没有采用
    .cell-error-label = 没有数值
    .cell-error-help = 改正公式；没有数值时清空单元格
    .wide-cell = 单元格跨列合并，这一行没有采用
    .wide-cell-label = 对应几个表头
    .wide-cell-help = 取消合并，在每个表头下各写一个值
    .ragged = 本行有{ $found }个单元格，标题有{ $expected }个，本行没有采用
    .ragged-label = 单元格数应与标题相同
    .ragged-help = 增减单元格；含有分隔符的文字要用引号括起
    .open-quote = 引号没有结束，本行没有采用
    .open-quote-label = 从这里开始
    .open-quote-help = 用「"」结束；引号之内的引号写作「""」
    .text-behind-quote = 引号结束之后还有文字，本行没有采用
    .text-behind-quote-label = 引号结束得过早
    .text-behind-quote-help = 引号之内的引号写作「""」，在单元格末尾结束引号
    .full-width = 标题之间用了全角的「，」或「；」
    .full-width-label = 不是分隔符
    .full-width-help = 每一行都用半角逗号「,」分隔
    .flag = 标记「{ $text }」没有意义，本行没有采用
    .flag-label = 不是标记
    .flag-help = 初步数据写「初步」，正式数据写「正式」，也可以留空
    .no-metric = 本行没有写明指标，数值没有采用
    .no-metric-label = 空白
    .no-metric-help = 写上指标的名称或标题，或者删去本行
    .no-entity = 本行没有写明评价对象
    .no-entity-label = 空白
    .no-entity-help = 写上评价对象的名称，或者删去本行
    .no-key = 本行没有「{ $name }」，没有采用
    .no-key-label = 缺少
    .no-key-help = 补上「{ $name }」；没有数值的，写作「"数值": null」
    .json = 本行第{ $column }个字符处的JSON无法读取：{ $detail }
    .json-label = 这里有误
    .json-help = 更正此处的JSON；更正之前，所属的内容都不会读取
    .no-object = 「{ $text }」不是对象，也不是由对象组成的数组
    .no-object-label = 单个的值
    .no-object-help = 写明指标，用这样的对象：「{"{"} "市场抽检.合格率": "92.4%" {"}"}」
    .no-row = 「{ $text }」不是一行数据，没有采用
    .no-row-label = 不是对象
    .no-row-help = 每一行写成一个对象，需要时注明「地区」和「期间」
    .key-twice = 同一个对象中「{ $name }」给出了两次，本行没有采用
    .key-twice-label = 重复
    .key-twice-help = 只留一处
    .empty-key = 名称是空的，本行没有采用
    .empty-key-label = 没有名称
    .empty-key-help = 写上指标名称，或者删去这一处
    .array = 「{ $name }」应为一个值，写成了数组，本行没有采用
    .array-label = 有多个值
    .array-help = 每个值单列一行，注明「地区」或「期间」；或者给数组中的每个值各起名称

E0709 = 「{ $name }」不是可以读取的数据文件
    .help = 改用扩展名为{ $endings }之一的文件

E0710 = 「{ $entity }」在评价对象的层级中位置不明
    .help = 每个评价对象只列一行，只有一个上级
    .twice = 评价对象「{ $entity }」列了两次
    .twice-label = 重复
    .twice-help = 只留一行
    .ancestor = 「{ $entity }」成了自己的上级
    .ancestor-label = 由此又回到自身
    .ancestor-help = 更正沿途某个评价对象的「上级」
    .unknown-parent = 「{ $entity }」的上级「{ $parent }」没有列出
    .unknown-parent-label = 没有这个评价对象
    .unknown-parent-help = 为「{ $parent }」加一行，或者更正名称
    .unlisted = 评价对象「{ $entity }」没有列在层级中
    .unlisted-label = 没有列出
    .unlisted-help = 在层级文件中为它加一行，或者更正名称
    .unlisted-similar = 评价对象「{ $entity }」没有列在层级中
    .unlisted-similar-label = 没有列出
    .unlisted-similar-help = 是否应为「{ $similar }」？

E0711 = 文件超过{ $limit }字节，没有读取
    .help = 把文件拆开，或者提高上限
    .values = 文件中的数值超过{ $limit }个，其余没有读取
    .values-label = 到这里达到上限
    .values-help = 把文件拆开，提高上限，或者作为记录表由方案统计
    .faults = 文件中的错误超过{ $limit }处，其余没有读取
    .faults-label = 到这里达到上限
    .faults-help = 先更正这些错误；是否选错了文件？
    .depth = 对象嵌套超过{ $limit }层，本行没有采用
    .depth-label = 层数过多
    .depth-help = 用一个带点的名称写明该值
    .cells = 数据超过{ $limit }格（行数乘以指标数）
    .cells-label = 到这里达到上限
    .cells-help = 把数据分批判定
    .records = 记录表「{ $table }」超过{ $limit }格（行数乘以列数）
    .records-label = 到这里达到上限
    .records-help = 分批判定，或者直接给出指标的值

E0712 = 「{ $table }」的记录是按较长的期间汇总的，不足以回答这个问题
    .help = 请按这个问题重新汇总记录
    .assumption = 「{ $table }」的记录是按「{ $name }」的另一个取值汇总的
    .assumption-help = 请按所问的取值重新汇总记录，「eval」的「--assume」即可做到
    .questions = 「{ $table }」的记录是为别的问题汇总的，与方案所问不符
    .questions-help = 请按这个方案重新汇总记录

E0713 = 「{ $table }」的这条记录日期为{ $text }，晚于判定日{ $as_of }
    .label = 日期在判定日之后
    .help = 请更正日期，或用「--as-of」指定较晚的判定日

E0714 = 「{ $table }」的{ $records }条记录中有{ $refused }条无法使用，超过了允许的{ $limit }条
    .help = 请更正列出的记录，或提高「--max-bad-rows」

E0715 = 无法读取「{ $table }」的记录：{ $reason }
    .help = 请检查来源是否存在、是否与其名称相符、是否有权读取
    .column = 「{ $table }」的列「{ $name }」存放的是{ $found }，不能读作{ $type }
    .column-help = 请把这一列存为文本、整数、小数、日期或是否值
    .empty = 「{ $name }」中没有记录文件
    .empty-help = 请给出文件，或者含有以{ $endings }结尾的文件的文件夹
    .mixed = 「{ $name }」中的文件种类不一
    .mixed-help = 每个记录表只用一种文件
    .without-records = 本程序没有编入查询引擎，无法读取「{ $name }」
    .without-records-help = 请启用相应功能重新编译，或者用「CSV」或「JSON」文件给出记录

E0716 = 数据库无法精确回答「{ $question }」这个问题
    .help = 请不要在条件中除以列的值，也不要比较期间；或者用文件给出记录

W0717 = 「{ $table }」的{ $records }条记录中有{ $refused }条无法使用，没有计入任何结果
    .help = 请更正这些记录；「--max-bad-rows 0」可使其成为错误

## E08 the call

E0801 = 方案中没有目标「{ $target }」
    .help = 用「dabiao targets」列出各项目标
    .similar-help = 是否应为「{ $similar }」？
E0802 = 数据中没有评价对象「{ $name }」
    .help = 写数据中有的评价对象；不写则全部判定
    .similar-help = 是否应为「{ $similar }」？
E0803 = 方案中没有假设「{ $name }」
    .help = 用「dabiao targets --format json」列出各项假设
    .similar-help = 是否应为「{ $similar }」？
E0804 = 「{ $text }」不能作为「{ $option }」的值
    .help = 应给出{ $wanted }
E0805 = 无法读取「{ $path }」：{ $cause }
    .help = 检查路径
    .write = 无法写入「{ $path }」：{ $cause }
    .write-help = 换一个位置，或者先移走已有的文件
    .no-rules = 文件夹「{ $path }」中没有规则文件
    .no-rules-help = 换一个含有「.dabiao」文件的文件夹，或者用「dabiao init」建立方案
E0806 = 数据中没有期间{ $name }的内容
    .help = 写数据中有的期间；不写则判定最近的期间
    .similar-help = 是否应为{ $similar }？
E0807 = 方案中没有记录表「{ $name }」
    .help = 写规则中列明的记录表名称
    .similar-help = 是否应为「{ $similar }」？
    .twice = 记录表「{ $name }」给出了两次
    .twice-help = 每个记录表只给一个来源
E0808 = 「{ $path }」不是可以使用的已存方案
    .help = 请用「dabiao compile」重新保存方案
    .unmarked = 「{ $path }」不是已存方案
    .unmarked-help = 请用「dabiao compile」保存方案，或者改用规则文件
    .version = 「{ $path }」由dabiao { $version }保存，而当前版本是{ $own }
    .version-help = 请用「dabiao compile」重新保存方案
    .damaged = 已存方案「{ $path }」写入之后被改动过
    .damaged-help = 请用「dabiao compile」重新保存方案
    .unwritten = 方案无法保存：{ $cause }
    .unwritten-help = 请连同规则一起反馈这个问题
    .company = 已存方案「{ $path }」是完整的，不能再添加内容
    .company-help = 请单独使用它，或者改用规则文件

## E09 tests

E0901 = 「{ $target }」判定为{ $got }，测试预期为{ $expected }
    .label = { $got }
    .help = 更正规则，或者更正测试的预期
    .nothing = 测试没有得出「{ $target }」的判定
    .nothing-label = 没有判定
    .nothing-help = 写明测试给出了值的地区和时期
    .score = 得分为{ $got }，测试预期为「{ $wanted }」
    .score-label = { $got }
    .score-help = 请改正规则，或改正测试的预期
    .grade = 等级为{ $got }，测试预期为「{ $wanted }」
    .grade-label = { $got }
    .grade-help = 请改正规则，或改正测试的预期
    .no-score = 测试没有得出得分
    .no-score-label = 没有得分
    .no-score-help = 请写明测试给出了值的地区

tests-passed = { $count }个测试，全部通过
tests-failed = { $count }个测试中有{ $failed }个未通过
tests-none = 规则中没有测试
tests-failure = 未通过：{ $title }

## E10 scores

E1001 = 没有任何可以计分的内容
    .label = 没有目标设置权重
    .help = 给某个目标写上「权重：10」，或者删去这一行
    .section = 本节没有计分的目标
    .section-label = 无分可计
    .section-help = 给本节的某个目标写上「权重：10」，或者删去这一行
    .target = 该目标没有分值
    .target-label = 有计分方式而无权重
    .target-help = 给该目标写上「权重：10」，或者删去计分方式
    .expect = 方案没有设置计分
    .expect-label = 没有目标有分值
    .expect-help = 给某个目标写上「权重：10」，或者只预期判定结果
E1002 = 权重必须大于零
    .label = 为零
    .help = 写满分值，例如「权重：10」，或者删去权重
    .step = 每档的幅度必须大于零
    .step-label = 为零
    .step-help = 写明每多少计一次，例如「扣 1 每 1个百分点」
    .floor = 下限高于满分{ $full }
    .floor-label = 过高
    .floor-help = 下限请不超过{ $full }
E1003 = 阶梯各档的完成率应逐档降低
    .label = 没有低于上一档
    .help = 按完成率从高到低排列各档
    .points = 低档的得分不能高于高档
    .points-label = 高于上一档
    .points-help = 得分请不超过上一档
    .otherwise = 「其余」应放在最后，且前面至少有一档
    .otherwise-label = 位置不对
    .otherwise-help = 移到末尾，例如「阶梯 100% → 40，其余 → 0」
    .nothing = 最高一档没有分
    .nothing-label = 零分
    .nothing-help = 最高一档请写满分
E1004 = 该条件没有计分所需的数值
    .label = 没有相应数值
    .help = 在目标下写「计分：达标得分」
    .completion = 该目标没有完成率可计
    .completion-label = 没有完成率
    .completion-help = 在目标下写「计分：达标得分」；只有目标值大于零的单一比较或升降幅度才有完成率
    .value = 该条件没有可据以计分的数值
    .value-label = 没有数值
    .value-help = 在目标下写「计分：达标得分」；只有对数字的单一比较或升降幅度才有数值
    .shortfall = 该条件没有可据以扣分的缺口
    .shortfall-label = 没有缺口
    .shortfall-help = 在目标下写「计分：达标得分」；只有对数字的单一比较或升降幅度才有缺口
    .direction = 该数值没有优劣方向
    .direction-label = 高低均不为优
    .direction-help = 以目标值为起点计算，或者用「适用」写明条件
E1005 = { $score }分没有对应的等级
    .label = 有空档
    .help = 分数线应从高到低，最后写「其余」，例如「优 ≥ 90，良 ≥ 80，差 其余」
    .twice = 等级「{ $grade }」有两个分数段
    .twice-label = 再次出现
    .twice-help = 每个等级只写一个分数段
    .never = 任何分数都达不到等级「{ $grade }」
    .never-label = 无法取得
    .never-help = 每条分数线应低于上一条
    .overlap = { $score }分同时属于「{ $lower }」和「{ $higher }」
    .overlap-label = 与其他等级的分数段重叠
    .overlap-help = 分数线应从高到低，「其余」放在最后
E1006 = 一票否决需要等级，而方案没有设置等级
    .label = 没有可给的等级
    .help = 给方案写上「分级：合格 ≥ 60，不合格 其余」，或者删去一票否决
E1007 = 没有写明何时加分或扣分
    .label = 依据什么？
    .help = 写明每多少计一次，例如「2 每 10% 超出 100% 最多 6」，或者写明条件，例如「5 适用 安全.事故」
    .no-step = 有起点而没有幅度
    .no-step-label = 超出后每多少计一次？
    .no-step-help = 在前面写明「每」多少，例如「2 每 10% 超出 100%」
    .no-figure = 只有目标才有可以逐档计算的数值
    .no-figure-label = 按什么逐档计算？
    .no-figure-help = 移到某个目标下，或者写明条件，例如「5 适用 安全.事故」
E1008 = 一项计分只能有一种方式
    .label = 有两种方式
    .help = 只保留一种
    .against = 得分的方向与条件相反
    .against-label = 首尾颠倒
    .against-help = 先写得零分的值，后写得满分的值
    .no-way = 首尾两个值相同
    .no-way-label = 没有区间
    .no-way-help = 写两个不同的值，或者写「达标得分」
    .reweight = 单个目标没有可以重新分配权重的组成部分
    .reweight-label = 不能写在目标下
    .reweight-help = 写在方案或节的「计分」中
E1009 = 既不是判定结果，也不是得分或等级
    .label = 不能作为预期
    .help = 预期判定结果，例如「商品.合格率 达标」，或者「得分 ≥ 80」「得分 未知」「等级 = 优」
    .period = 得分属于整个方案，不分时期
    .period-label = 时期
    .period-help = 删去时期，用「截至」写明日期

# what-if：假如改变数值会怎样
wanted-range = 假设的取值范围，如「名称=10%..40%」「名称=否..是」
what-if-set = 改设的数值
what-if-turned = 判定随之改变的目标
what-if-scores = 随之变化的得分
what-if-nothing-turns = 没有判定改变
what-if-not-judged = 未判定
what-if-missed = 怎样才能使未达标的目标达标
what-if-none-missed = 没有未达标的目标
what-if-also-turns = 同时改变：{ $turned }
what-if-no-own-value = 不依据本地区自己的数值
what-if-out-of-reach = 仅靠改变该指标无法达标
what-if-not-varied = 此类数值不作推算
what-if-exactly = 恰为{ $value }
what-if-at-least = 不低于{ $value }
what-if-at-most = 不高于{ $value }
what-if-no-earlier-than = 不早于{ $value }
what-if-no-later-than = 不晚于{ $value }
what-if-more-than = 高于{ $value }
what-if-less-than = 低于{ $value }
what-if-about-above = ≈{ $value }以上
what-if-about-below = ≈{ $value }以下
what-if-at-least-passes = { $total }个中至少{ $passes }个合格
what-if-at-most-passes = { $total }个中至多{ $passes }个合格
what-if-next = 按现有位数为{ $value }
what-if-more-passes = 再增加{ $count }个合格
what-if-fewer-passes = 减少{ $count }个合格
what-if-stretch = { $name }{ $from }{ $to }
what-if-stretch-at = { $name }为{ $value }时
what-if-from = 自{ $value }（含）
what-if-above = 高于{ $value }
what-if-up-to = 至{ $value }（含）
what-if-below = 至低于{ $value }

# diff：新版方案改变了什么
diff-change-added = 新增
diff-change-removed = 删去
diff-change-renamed = 改名
diff-change-tightened = 收紧
diff-change-loosened = 放宽
diff-change-reinterpreted = 改变口径
diff-change-undecided = 无法断定
diff-change-deadline = 期限变动
diff-change-weight = 分值变动
diff-change-owner = 责任变动
diff-change-clause = 依据变动
diff-change-equivalent = 含义相同
diff-change-editorial = 文字调整
diff-part-target = 目标
diff-part-condition = 条件
diff-part-when = 适用条件
diff-part-judge = 比较方法
diff-part-confidence = 置信水平
diff-part-if_none = 无记录时
diff-part-records = 记录
diff-part-warn = 预警
diff-part-by = 期限
diff-part-each = 周期
diff-part-milestone = 里程碑
diff-part-track = 进度路径
diff-part-weight = 权重
diff-part-score = 计分
diff-part-veto = 一票否决
diff-part-bonus = 加分和扣分
diff-part-owner = 责任
diff-part-with = 配合
diff-part-cite = 依据
diff-part-title = 名称
diff-part-section = 所在节
diff-declaration-added = 新增
diff-declaration-removed = 删去
diff-declaration-renamed = 改名
diff-declaration-changed = 变动
diff-declaration-editorial = 文字调整
diff-kind-plan = 方案
diff-kind-section = 节
diff-kind-assumption = 假设
diff-kind-metric = 指标
diff-kind-unit = 单位
diff-kind-table = 记录表
diff-kind-organisation = 机构
diff-kind-unmeasured = 没有指标的要求
diff-declared-whole = 整项
diff-declared-value = 取值
diff-declared-type = 类型
diff-declared-range = 范围
diff-declared-records = 记录的统计方法
diff-declared-columns = 列
diff-declared-period = 时期
diff-declared-grade = 等级
diff-declared-weight = 权重
diff-declared-bonus = 加分和扣分
diff-declared-missing = 缺项的处理
diff-declared-text = 文字
diff-declared = { $kind }「{ $name }」
diff-unchanged = 未变
diff-count = { $change }{ $count }项
diff-none = 无
diff-of = { $place }的{ $name }
diff-old = 旧版
diff-new = 新版
diff-change = 变动
diff-shown = 例证
diff-causes = 起因
diff-reason = 原因
diff-rests = 受影响的目标
diff-declarations = 声明的变动
diff-editorial-only = 仅文字不同、判定不变
diff-background = 补充说明
diff-years-back = { $count }年前
diff-one-year-back = 1年前
diff-halves-back = { $count }个半年前
diff-one-half-back = 半年前
diff-quarters-back = { $count }个季度前
diff-one-quarter-back = 1个季度前
diff-months-back = { $count }个月前
diff-one-month-back = 1个月前
diff-days-back = { $count }天前
diff-one-day-back = 1天前
diff-each-year = 每年
diff-each-half = 每半年
diff-each-quarter = 每季度
diff-each-month = 每月
diff-each-day = 每天
diff-judge-exact = 全数值比较
diff-confidence-clopper-pearson = { $level }
diff-confidence-wilson = { $level }（威尔逊法）
diff-score-plain = 按达标与否计分
diff-missing-reweights = 缺项的权重由其他项分担
diff-missing-counts = 缺项仍按其权重计入
diff-open-not-linear = 取决于指标的乘积、趋势等证明所不涉及的数值
diff-open-too-large = 组成部分过多、无法证明
diff-open-unconfirmed = 证明所得数值经判定未能印证
diff-open-sample = 没有找到能区分两版的样本
diff-open-records = 记录的统计方法不同、仅凭指标数值看不出影响
wanted-two-versions = 两个版本，其中至多一个取自标准输入
diff-faults-old = 旧版「{ $path }」有误
diff-faults-new = 新版「{ $path }」有误

sarif-message = { $message }；{ $help }

## The HTML page

html-skip = 跳到报告正文
html-chart = 图示
html-open = 待解决事项
html-short = 余量或原因
html-key-good = 符合要求
html-key-short = 不符合要求
html-key-base = 基期
html-worst = 问题最突出的
html-worst-targets = 未达标最多的目标
html-worst-entities = 未达标最多的评价对象
html-missed-of = { $total }项中{ $missed }项未达标
html-to-do = 待办事项
html-map = 各章节情况
html-map-tiles = 每个方格代表一个目标，点击可查看详情
html-map-grid = 各章节中已到期且适用的目标有多少达标
html-map-all = 全部章节
html-targets = 全部目标
html-filter-text = 查找
html-filter-all = 全部
html-open-all = 全部展开
html-close-all = 全部收起
html-found = 显示#个目标，共#个
html-detail = 逐项说明
html-detail-note = 展开后可看到规则、依据、所用数据及其来源
html-evidence = 所用数据
html-metric = 指标
html-place = 对象和期间
html-exact = 精确值
html-count = 计数
html-ways = 怎样才能达标
html-by-entity = 逐个结果
html-not-listed = 另有{ $count }个达标或不适用的结果只计数，不逐个列出；电子表格、CSV和JSON中列有全部结果
html-trend-goal = { $values }；目标为{ $goal }
html-made-by = 由dabiao生成
html-lead-fine = 全部{ $total }个目标均已达标、未到期或不适用
html-lead-missed = { $total }个目标中{ $missed }个未达标
html-lead-open = { $total }个目标中{ $missed }个未达标，{ $open }个尚无结论
html-lead-all-fine = { $targets }个目标的全部{ $total }个结果均已达标、未到期或不适用
html-lead-all-missed = { $targets }个目标的{ $total }个结果中{ $missed }个未达标
html-lead-all-open = { $targets }个目标的{ $total }个结果中{ $missed }个未达标，{ $open }个尚无结论

## Explanations

explain-when = 适用条件
explain-warn = 预警条件
explain-metric = { $metric }的算法
explain-holds = 成立
explain-fails = 不成立
explain-unknown = 未知
explain-missing = 缺少数据
explain-error = 出错

## Comparisons of reports

moved-newly-missed = 新出现未达标
moved-newly-met = 新达标
moved-verdict = 结论变化
moved-worse = 余量减少
moved-better = 余量增加
moved-observed = 实际值变化
moved-appeared = 本次新增
moved-disappeared = 不再评价
moved-heading = 与截至{ $date }的报告相比
moved-dates = 由{ $old }至{ $new }
moved-label = 变化
moved-before = 上次
moved-after = 本次
moved-by = 余量增减
moved-other-rules = 两份报告所依据的规则不同，可用「dabiao diff」查看规则的变化
moved-rule = 规则有改动
moved-none = 没有变化
moved-more = 另有{ $count }项，详见比较结果的JSON或Markdown

## Editors

ide-insert = 插入「{ $new }」
ide-delete = 删除「{ $old }」
ide-replace = 将「{ $old }」改为「{ $new }」
ide-rename-no-name = 「{ $name }」不能作为名称：名称中不得有引号、「#」和换行
ide-rename-taken = 「{ $name }」已被使用，或改名后规则含义会改变，应另选名称
ide-rename-nothing = 此处没有名称，应将光标移到名称上
ide-rename-shipped = 「{ $name }」由随程序提供的文件声明，如需改称，应在方案中另行声明
ide-not-declared = 规则中未声明，类型由用法推定
ide-no-data = 「dabiao.toml」未指定数据文件，应写入「data = ["metrics.csv"]」
ide-run-test = 运行此测试
ide-run-tests = 运行全部测试（{ $count }个）
ide-evaluate = 评价数据
ide-label-type = 类型
ide-label-range = 取值范围
ide-label-symbol = 符号
ide-label-base = 折合基本单位
ide-label-last = 最近数值
ide-label-targets = 目标

## Workbooks to fill in

template-written = { $count ->
    [0] 没有缺少的数值：「{ $file }」没有要填的行
   *[other] 「{ $file }」有{ $count }个数值待填
}
template-values = 填报
template-guide = 填报说明
template-values-only = 只需填写「数值」一列；各行可以删除、复制和排序
template-percents = 百分比按百分数填写，例如92.4%；在其他格式的单元格里，92.4也表示92.4%，而0.924表示0.924%
template-counts = 比例如有计数，最好把两个数以文本形式都写上，例如437/500
template-choices = 有下拉列表的单元格，从列表中选填一项
template-missing = 不知道的数值留空；留空表示缺少数据，不会当作零
template-source = 「来源」一列填写数值的出处，便于核查结论
