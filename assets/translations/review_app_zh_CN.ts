<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Case review {version}  ·  Python {python}  ·  Qt {qt}, PySide {pyside}  ·  {system}</source>
        <translation>案例评审 {version}  ·  Python {python}  ·  Qt {qt}，PySide {pyside}  ·  {system}</translation>
    </message>
    <message>
        <source>Reads the cases of a round, keeps the scores on this computer, and writes a sealed sheet that carries no name. It opens no network connection.</source>
        <translation>阅读一轮评审的案例，评分只保存在本机，最后写成一份不署名的密封评分表。程序不建立任何网络连接。</translation>
    </message>
    <message>
        <source>Fingerprints of the open round</source>
        <translation>本轮的指纹</translation>
    </message>
    <message>
        <source>Organizer&apos;s key</source>
        <translation>组织方公钥</translation>
    </message>
    <message>
        <source>Compare it with the cover letter: it says that the package comes from the organizer.</source>
        <translation>请与随信说明核对：一致，说明案例包确实来自组织方。</translation>
    </message>
    <message>
        <source>Terms of this round</source>
        <translation>条款短码</translation>
    </message>
    <message>
        <source>Compare it with the cover letter or with another expert: it says that all were given the same rules and cases.</source>
        <translation>请与随信说明或另一位专家核对：一致，说明大家拿到的是同样的规则和案例。</translation>
    </message>
    <message>
        <source>Contents of the package</source>
        <translation>案例包内容</translation>
    </message>
    <message>
        <source>Compare it with another expert: it says that both read the same files.</source>
        <translation>请与另一位专家核对：一致，说明双方读到的是同样的文件。</translation>
    </message>
    <message>
        <source>Noto Sans SC and Noto Serif SC are used under the SIL Open Font License 1.1. The drawing of PDF pages is PDFium&apos;s.</source>
        <translation>思源黑体与思源宋体（Noto Sans SC、Noto Serif SC）按 SIL 开放字体许可证 1.1 使用；PDF 页面由 PDFium 绘制。</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>所用的开源组件</translation>
    </message>
</context>
<context>
    <name>AffiliationField</name>
    <message>
        <source>Your own institution</source>
        <translation>您的单位</translation>
    </message>
    <message>
        <source>Where you work or lately worked, if you like to say: cases that come from there are pointed out. The names stay on this computer and are never exported.</source>
        <translation>可填现在或近年的任职单位（可不填）：来自这些单位的案例会给出提示。单位名称只留在这台电脑上，不会导出。</translation>
    </message>
    <message>
        <source>Institution; another one</source>
        <translation>单位名称；另一单位</translation>
    </message>
    <message>
        <source>Your own institution, stays on this computer</source>
        <translation>您的单位，只留在这台电脑上</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between institutions</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Removed from this computer.</source>
        <translation>已从这台电脑上删除。</translation>
    </message>
    <message numerus="yes">
        <source>Kept. It matches %n case(s); they will be pointed out.</source>
        <translation>
            <numerusform>已保存。有 %n 个案例来自这些单位，评分时会提示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept. No case comes from there.</source>
        <translation>已保存。没有案例来自这些单位。</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Case packages, cards and amendments (*.casepkg *.card *.txt *.amend *.scorebackup)</source>
        <translation>案例包、评分卡、更正通知和备份 (*.casepkg *.card *.txt *.amend *.scorebackup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The card is not remembered on this computer.</source>
        <translation>这台电脑上不再保存评分卡。</translation>
    </message>
    <message>
        <source>This round is open already.</source>
        <translation>这一轮评审已经打开。</translation>
    </message>
    <message>
        <source>To open it with another card, close it first; the menu has a line for it.</source>
        <translation>如要换一张评分卡打开，请先在菜单中选择“关闭本轮”。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Closing this note stops it.</source>
        <translation>关闭这条提示即停止打开。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this note</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>More</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>The whole note</source>
        <translation>显示整条通知</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>CardEntry</name>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>多了 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} characters</source>
        <translation>已输入 {found} / {total} 个字符</translation>
    </message>
</context>
<context>
    <name>CardField</name>
    <message>
        <source>Ballot card, 24 characters</source>
        <translation>评分卡，共 24 个字符</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Your ballot card</source>
        <translation>请输入评分卡</translation>
    </message>
    <message>
        <source>Remember the card on this computer</source>
        <translation>在这台电脑上记住评分卡</translation>
    </message>
    <message>
        <source>In the system&apos;s own store of secrets. Leave it off on a computer that others use.</source>
        <translation>存入系统自带的密钥环。与他人共用的电脑请不要勾选。</translation>
    </message>
    <message>
        <source>Open the package</source>
        <translation>打开案例包</translation>
    </message>
    <message>
        <source>Open a card file…</source>
        <translation>从卡片文件读取…</translation>
    </message>
    <message>
        <source>Another package</source>
        <translation>换一个案例包</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>案例包</translation>
    </message>
    <message>
        <source>Organizer&apos;s key</source>
        <translation>组织方公钥</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Compare them with the cover letter before you open the package.</source>
        <translation>打开之前，请与随信所附的说明核对。</translation>
    </message>
    <message>
        <source>The card is typed correctly.</source>
        <translation>校验无误。</translation>
    </message>
    <message>
        <source>Type or paste it, or drop the card file here.</source>
        <translation>可以键入、粘贴，也可以把卡片文件拖到这里。</translation>
    </message>
    <message>
        <source>Open a card file</source>
        <translation>打开卡片文件</translation>
    </message>
    <message>
        <source>Card files (*.card *.txt)</source>
        <translation>卡片文件 (*.card *.txt)</translation>
    </message>
    <message>
        <source>Six groups of four characters, on the card you drew or were given separately from the package. Upper or lower case makes no difference.</source>
        <translation>请输入您抽到的（或单独收到的）评分卡上的字符，共六组，每组四个，不分大小写。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>Withdrawn from the contest</source>
        <translation>已撤出评选</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>{count} 处</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Clear the words</source>
        <translation>清除搜索词</translation>
    </message>
    <message>
        <source>Show “All”</source>
        <translation>显示“全部”</translation>
    </message>
    <message>
        <source>Search cases and texts  Ctrl+F</source>
        <translation>搜索案例与正文  Ctrl+F</translation>
    </message>
    <message>
        <source>Search titles, numbers, dossiers and attachments</source>
        <translation>搜索标题、编号、正文与附件</translation>
    </message>
    <message>
        <source>All words must occur; “words in quotation marks” stand together. Enter: next hit. Esc: clear.</source>
        <translation>各词须同时出现；加引号的“词 组”按整句查找。Enter：下一处；Esc：清除。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>回避</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n case(s).</source>
        <translation>
            <numerusform>共 %n 个案例命中。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{query}” has not been found yet. More texts are being read.</source>
        <translation>暂未找到“{query}”，其余文字仍在读取。</translation>
    </message>
    <message>
        <source>“{query}” is in no title, dossier or attachment. Try fewer or shorter words; all of them must occur.</source>
        <translation>标题、正文和附件中都没有“{query}”。可减少或缩短搜索词再试；多个词须同时出现。</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>这里暂时没有案例。</translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message numerus="yes">
        <source>{number}, {piece}, %n hit(s): {text}</source>
        <translation>
            <numerusform>{number}，{piece}，%n 处：{text}</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>{number}, {title}, {standing}</source>
        <translation>第 {number} 号，{title}，{standing}</translation>
    </message>
</context>
<context>
    <name>CaseNotice</name>
    <message>
        <source>Seen</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Takes this note away. &apos;About this round&apos; in the menu keeps it.</source>
        <translation>收起这条提示。菜单里的“关于本轮”仍可查到。</translation>
    </message>
    <message>
        <source>The organizer corrected this case (amendment {number})</source>
        <translation>组织方更正了本案例（第 {number} 号更正）</translation>
    </message>
    <message>
        <source>See whether your scores still hold; they stay as they are until you change them.</source>
        <translation>请看看原来的评分是否仍然合适；您不改，分数就不变。</translation>
    </message>
</context>
<context>
    <name>CheckNotes</name>
    <message>
        <source>Completeness</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Every case is decided.</source>
        <translation>全部案例均已评定。</translation>
    </message>
    <message>
        <source>{done} of {wanted} decided.</source>
        <translation>已评定 {done} / {wanted}。</translation>
    </message>
    <message numerus="yes">
        <source>%n not scored at all:</source>
        <translation>
            <numerusform>完全未评的有 %n 个：</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between criteria</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>missing: {criteria}</source>
        <translation>还缺：{criteria}</translation>
    </message>
    <message>
        <source>Corrected by the organizer</source>
        <translation>组织方有更正</translation>
    </message>
    <message>
        <source>Marked doubtful</source>
        <translation>标为存疑</translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation>值得再看一眼</translation>
    </message>
    <message>
        <source>No unusual row among what is scored.</source>
        <translation>已评的案例中没有异常之处。</translation>
    </message>
    <message>
        <source>every criterion {value}</source>
        <translation>各项都是 {value} 分</translation>
    </message>
    <message>
        <source>total {value}, far above your mean of {mean}</source>
        <translation>总分 {value}，远高于您的平均分 {mean}</translation>
    </message>
    <message>
        <source>total {value}, far below your mean of {mean}</source>
        <translation>总分 {value}，远低于您的平均分 {mean}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>My ranking</source>
        <translation>我的排序</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the case. &apos;=&apos; marks a shared rank.</source>
        <translation>按回车键或双击可回到案例；“=”表示名次并列。</translation>
    </message>
    <message>
        <source>No case is scored yet. Your ranking appears here as you score.</source>
        <translation>还没有评完的案例。评分之后，这里会按总分列出您的排序。</translation>
    </message>
    <message>
        <source>My scores</source>
        <translation>我的评分</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>逐项总览</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>相邻比较</translation>
    </message>
    <message>
        <source>On to signing</source>
        <translation>下一步：签名导出</translation>
    </message>
</context>
<context>
    <name>ClaimRow</name>
    <message>
        <source>Show where the dossier says so</source>
        <translation>在正文中指出</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>Figures and their sources</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>This nomination lists no figures with their sources. Numbers in the text are the nominating body&apos;s own words.</source>
        <translation>本案例没有列出数据及其来源，正文中的数字均为申报方自述。</translation>
    </message>
    <message>
        <source>Verified: marked so by the organizer.
Self-reported: figure and source are given in the nomination, not marked as verified.
Choose a figure to see it in the text.</source>
        <translation>已核实：组织方已标为核实。
自报：数字和来源由申报材料提供，组织方未标为已核实。
点选一项，可在正文中看到它。</translation>
    </message>
    <message numerus="yes">
        <source>%n further figures are not listed here.</source>
        <translation>
            <numerusform>另有 %n 项未在此列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>The dossier does not give “{figure}” in these words.</source>
        <translation>正文中没有“{figure}”这一写法。</translation>
    </message>
</context>
<context>
    <name>CommentBox</name>
    <message>
        <source>Comment (optional)</source>
        <translation>评语（可选，与分数分开公布）</translation>
    </message>
    <message>
        <source>Goes with the sheet, and is published apart from the scores</source>
        <translation>随评分表寄回，与分数分开公布</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: not saved until it is shorter</source>
        <translation>
            <numerusform>超出 %n 个字，缩短后才会保存</numerusform>
        </translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} / {limit} 字</translation>
    </message>
</context>
<context>
    <name>CountedCases</name>
    <message numerus="yes">
        <source>Your work on %n case(s) was taken over from the other computer.</source>
        <translation>
            <numerusform>已从另一台电脑接过 %n 个案例的评审内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the other computer had of sheets and amendments was taken over.</source>
        <translation>已接过另一台电脑上的评分表记录与更正。</translation>
    </message>
    <message>
        <source>This computer has everything that is in the backup already.</source>
        <translation>备份里的内容，这台电脑上都已经有了。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them had been scored differently on this computer; Ctrl+Z brings that back.</source>
        <translation>
            <numerusform>其中 %n 个在这台电脑上原有不同的评分，按 Ctrl+Z 可以找回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are newer here and stay as they are.</source>
        <translation>
            <numerusform>有 %n 个案例这里的内容更新，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next sheet is revision {revision}.</source>
        <translation>下一份评分表将是第 {revision} 版。</translation>
    </message>
</context>
<context>
    <name>CountedChanges</name>
    <message numerus="yes">
        <source>and %n more; &apos;About this round&apos; in the menu lists them all</source>
        <translation>
            <numerusform>另有 %n 处，见菜单里的“关于本轮”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedRecusals</name>
    <message numerus="yes">
        <source>Sheets are published without names. Whoever knows what you must recuse yourself from could find yours by its %n recusal(s).</source>
        <translation>
            <numerusform>评分表不署名公布。知道您应当回避哪些案例的人，可能凭其中 %n 处回避认出您的那一份。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>not scored</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>{state}; {score} kept</source>
        <translation>{state}，保留 {score} 分</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>You can also type the score: keys 1–9, and 0 for 10</source>
        <translation>也可用键盘打分：按 1–9，0 为 10 分</translation>
    </message>
    <message numerus="yes">
        <source>Your use of the scale: %n score(s), too few to tell</source>
        <translation>
            <numerusform>您给分的分布：共 %n 个分数，尚少，仅供参考</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your use of the scale: %n score(s) on all criteria</source>
        <translation>
            <numerusform>您给分的分布：各项共 %n 个分数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{criterion}: %n score(s) so far, too few to tell</source>
        <translation>
            <numerusform>{criterion}：已给 %n 个分数，尚少，仅供参考</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{criterion}, your use of the scale: %n score(s)</source>
        <translation>
            <numerusform>{criterion}：您给分的分布，共 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{score}: %n time(s)</source>
        <translation>
            <numerusform>{score} 分 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentFrame</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>The other documents are not affected.</source>
        <translation>其他材料不受影响。</translation>
    </message>
</context>
<context>
    <name>DossierSheets</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>Drawers</name>
    <message>
        <source>My institutions</source>
        <translation>我的单位</translation>
    </message>
</context>
<context>
    <name>EarlierField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Last revision exported on another computer</source>
        <translation>在别的电脑上最后导出的版次</translation>
    </message>
    <message>
        <source>No: leave it empty. Yes: enter the number after the stroke of the last receipt from there (2 for …/2). Not sure: enter 5. Gaps in the numbers do no harm; but of two different sheets with the same revision neither counts.</source>
        <translation>没有：留空。有：填那边最后一张回执斜线后的数字（…/2 就填 2）。不确定：填 5。版次跳号无妨；但同一版次若有两份不同的评分表，两份都不计。</translation>
    </message>
    <message>
        <source>Exported on another computer before?</source>
        <translation>是否在别的电脑上导出过？</translation>
    </message>
</context>
<context>
    <name>ExportWatch</name>
    <message>
        <source>The sheet you exported no longer says what stands here.</source>
        <translation>您导出的评分表与现在的评分已不一致。</translation>
    </message>
    <message>
        <source>Export again when you are done, and send the new file. Undoing the change (Ctrl+Z) helps too.</source>
        <translation>改完之后请再导出一次，把新文件寄出；撤销这次改动（Ctrl+Z），原来的评分表就仍然一致。</translation>
    </message>
    <message>
        <source>Go to Sign and export</source>
        <translation>去签名导出</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>All figures ({count})</source>
        <translation>全部数据依据（{count} 项）</translation>
    </message>
</context>
<context>
    <name>FilterFoot</name>
    <message numerus="yes">
        <source>%n case(s) of this kind.</source>
        <translation>
            <numerusform>符合筛选的案例 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Case {number} is not among “{filter}”. It stays in this list until you go to another case.</source>
        <translation>案例 {number} 不属于“{filter}”，转到其他案例之前仍留在列表里。</translation>
    </message>
    <message>
        <source>Not found among “{filter}”, so all cases were searched. “{filter}” comes back when you clear the words.</source>
        <translation>“{filter}”中没有找到，已改在全部案例中查找；清除搜索词后回到“{filter}”。</translation>
    </message>
</context>
<context>
    <name>FocusMode</name>
    <message>
        <source>Esc or F11 brings list and scores back</source>
        <translation>按 Esc 或 F11 恢复列表与评分栏</translation>
    </message>
    <message>
        <source>Leave focus mode</source>
        <translation>退出专注模式</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>{case}: {standing}, takes no score</source>
        <translation>{case}：{standing}，不能评分</translation>
    </message>
    <message>
        <source>{case}, {criterion}: not scored</source>
        <translation>{case}，{criterion}：未评</translation>
    </message>
    <message>
        <source>{case}, {criterion}: {value} of {highest}</source>
        <translation>{case}，{criterion}：{value} 分，满分 {highest}</translation>
    </message>
    <message>
        <source>{case}: {standing}</source>
        <translation>{case}：{standing}</translation>
    </message>
    <message>
        <source>{case}: total {total}</source>
        <translation>{case}：总分 {total}</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>All scores, case by criterion</source>
        <translation>全部评分，逐案例逐项</translation>
    </message>
    <message>
        <source>Digits score, Delete clears, Enter goes to the case</source>
        <translation>数字键打分，Delete 清除，回车转到案例</translation>
    </message>
    <message>
        <source>This case takes no score; Enter goes to it.</source>
        <translation>这个案例现在不能打分；按回车可转到案例。</translation>
    </message>
    <message>
        <source>{value} is not on the scale from {lowest} to {highest}.</source>
        <translation>{value} 不在 {lowest} 到 {highest} 的评分范围内。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>Back to here</source>
        <translation>退回到此</translation>
    </message>
    <message>
        <source>Back to here: {change}</source>
        <translation>退回到此：{change}</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Changes of this case</source>
        <translation>本案例的更改记录</translation>
    </message>
    <message>
        <source>Nothing has been changed in this case yet. Every change will be listed here and can be undone.</source>
        <translation>本案例还没有更改。每次更改都会列在这里，都可以撤销。</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>现在：{state}</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier change(s) not listed</source>
        <translation>
            <numerusform>更早的 %n 次更改未列出</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was before these changes</source>
        <translation>以上更改之前</translation>
    </message>
    <message>
        <source>Brings back: {state}. One new change, which Ctrl+Z takes back.</source>
        <translation>恢复为：{state}。这本身是一次新的更改，可按 Ctrl+Z 撤销。</translation>
    </message>
</context>
<context>
    <name>LevelDrawer</name>
    <message>
        <source>What the scores mean: {criterion}</source>
        <translation>评分标准：{criterion}</translation>
    </message>
    <message>
        <source>The rubric says nothing of the score {value}.</source>
        <translation>评分标准没有说明 {value} 分的含义。</translation>
    </message>
    <message>
        <source>The rubric of this round states no levels for this criterion: the question is all it says.</source>
        <translation>本轮评分标准没有为这一项划分等级，只有下面的问题。</translation>
    </message>
    <message>
        <source>Follows the row at hand: ↑ ↓ or a click goes to another.</source>
        <translation>随当前评分行变化：按 ↑ ↓ 或点击即可看其他各项。</translation>
    </message>
</context>
<context>
    <name>LevelLine</name>
    <message>
        <source>{span}: {meaning}</source>
        <translation>{span} 分：{meaning}</translation>
    </message>
    <message>
        <source>{level} (your score)</source>
        <translation>{level}（您的评分）</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>Nothing was opened: this program never goes online. The link leads to {address}</source>
        <translation>没有打开：本程序从不联网。此链接指向 {address}</translation>
    </message>
    <message>
        <source>Nothing was opened: links in a dossier lead to no file or program. This one says {address}</source>
        <translation>没有打开：正文中的链接不会打开任何文件或程序。此链接写的是 {address}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case review</source>
        <translation>案例评审</translation>
    </message>
    <message>
        <source>Ballot card</source>
        <translation>评分卡</translation>
    </message>
</context>
<context>
    <name>MeansLine</name>
    <message>
        <source>{criterion} {mean}</source>
        <translation>{criterion} {mean}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>My means: {means}</source>
        <translation>我的平均分：{means}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>My means</source>
        <translation>我的平均分</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
</context>
<context>
    <name>MissingTexts</name>
    <message numerus="yes">
        <source>%n attachment(s) have no text to search: scans and pictures.</source>
        <translation>
            <numerusform>%n 个附件是扫描件或图片，没有可搜索的文字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are damaged and could not be searched.</source>
        <translation>
            <numerusform>%n 份文件已损坏，未能搜索。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Is this the order you mean?</source>
        <translation>这样排，是您的本意吗？</translation>
    </message>
    <message>
        <source>Choose a line of the ranking to compare it with its neighbours.</source>
        <translation>在排名中选一行，这里就把它和上下相邻的案例并排比较。</translation>
    </message>
    <message>
        <source>As soon as a second case is scored, neighbours are compared here.</source>
        <translation>评完第二个案例之后，这里会并排比较相邻的案例。</translation>
    </message>
    <message>
        <source>{rank}  {title}</source>
        <translation>{rank}  {title}</translation>
    </message>
    <message>
        <source>Go to {title}</source>
        <translation>转到 {title}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>{title}, {criterion}: {value}</source>
        <translation>{title}，{criterion}：{value}</translation>
    </message>
    <message>
        <source>No comments on these cases.</source>
        <translation>这几个案例都没有写评语。</translation>
    </message>
    <message>
        <source>Your comments</source>
        <translation>您的评语</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>NotScored</name>
    <message>
        <source>Kept on this computer; cases that they nominated are pointed out</source>
        <translation>只留在这台电脑上；来自这些单位的案例会给出提示</translation>
    </message>
    <message>
        <source>This case has left the contest and needs no decision. What you gave is kept.</source>
        <translation>本案例不再参评，无须评分。您已给的分数仍保留。</translation>
    </message>
    <message>
        <source>Withdrawn by the organizer</source>
        <translation>组织方已撤出本案例</translation>
    </message>
    <message>
        <source>Take back and score</source>
        <translation>取消并开始评分</translation>
    </message>
    <message>
        <source>You have recused yourself</source>
        <translation>您已回避本案例</translation>
    </message>
    <message>
        <source>Take the recusal back</source>
        <translation>取消回避，恢复评分</translation>
    </message>
    <message>
        <source>Enter my institutions</source>
        <translation>填写我的单位，自动提示回避</translation>
    </message>
    <message>
        <source>No score, not zero. Scores given before are kept and come back with it.</source>
        <translation>不评分，也不算零分；原分数保留。</translation>
    </message>
    <message>
        <source>No score, not zero. You can take it back at any time.</source>
        <translation>不评分，也不算零分，可随时取消。</translation>
    </message>
    <message>
        <source>You have abstained</source>
        <translation>您已对本案例弃权</translation>
    </message>
    <message>
        <source>Take the abstention back</source>
        <translation>取消弃权，恢复评分</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Only you see these notes. They stay sealed on this computer and are never exported.</source>
        <translation>笔记只供您自己看，加密保存在这台电脑上，不会随评分表导出。</translation>
    </message>
    <message>
        <source>Write here…</source>
        <translation>在这里写…</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: the notes are not saved until they are shorter</source>
        <translation>
            <numerusform>超出 %n 个字，缩短后才会保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>What the organizer changed</source>
        <translation>组织方的更正</translation>
    </message>
    <message>
        <source>Amendment {number}</source>
        <translation>第 {number} 号更正</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>转到案例</translation>
    </message>
    <message>
        <source>Go to {title}</source>
        <translation>转到 {title}</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
</context>
<context>
    <name>OwnFiles</name>
    <message>
        <source>Save my scores as PDF…</source>
        <translation>把我的评分存为 PDF…</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>制作备份…</translation>
    </message>
    <message>
        <source>Not needed for anything. The file says how you scored every case and is marked private: whoever holds it can tell which published sheet is yours.</source>
        <translation>评审本身不需要这份文件。它写着您给每个案例打的分，每页都标明“私人文件”：谁拿到它，谁就能认出公布的评分表里哪一份是您的。</translation>
    </message>
    <message>
        <source>My scores, for my own files</source>
        <translation>留一份我的评分</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>带到另一台电脑</translation>
    </message>
    <message>
        <source>Save my scores</source>
        <translation>保存我的评分</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {name} in the folder {folder}.</source>
        <translation>已保存为 {name}，所在文件夹：{folder}。</translation>
    </message>
    <message>
        <source>Saved as {name} in the folder {folder}. {next}</source>
        <translation>已保存为 {name}，所在文件夹：{folder}。{next}</translation>
    </message>
    <message>
        <source>Backup (*.scorebackup)</source>
        <translation>备份 (*.scorebackup)</translation>
    </message>
    <message>
        <source>Save the backup</source>
        <translation>保存备份</translation>
    </message>
</context>
<context>
    <name>PageColumn</name>
    <message>
        <source>PDF pages</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>PageThumbs</name>
    <message>
        <source>Small pictures of the pages</source>
        <translation>页面缩略图</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>What the scores of a criterion mean</source>
        <translation>各分数段的含义</translation>
    </message>
    <message>
        <source>History</source>
        <translation>更改记录</translation>
    </message>
    <message>
        <source>The changes of this case, and the way back</source>
        <translation>本案例的更改记录，可以退回</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>暂计</translation>
    </message>
    <message>
        <source>Total so far {total}: counts only when every criterion is scored</source>
        <translation>暂计 {total} 分：各项全部评完才计入</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>总分 {total}</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select the page</source>
        <translation>选中本页文字</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Match {number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>This page takes too long to draw. The other pages are not affected.</source>
        <translation>这一页绘制时间过长，其他页不受影响。</translation>
    </message>
    <message>
        <source>This page can&apos;t be shown: it is damaged. The other pages are not affected.</source>
        <translation>这一页已损坏，无法显示，其他页不受影响。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This PDF is locked with a password, so it can&apos;t be shown here. Please tell the organizer.</source>
        <translation>这份 PDF 设有密码，无法在此显示，请告知组织方。</translation>
    </message>
    <message>
        <source>This PDF can&apos;t be shown: the file is damaged, or it is no PDF.</source>
        <translation>这份 PDF 无法显示：文件已损坏，或并非 PDF。</translation>
    </message>
    <message>
        <source>This PDF could not be shown: opening it takes too long.</source>
        <translation>这份 PDF 无法显示：打开时间过长。</translation>
    </message>
    <message>
        <source>This PDF could not be shown: the process that draws it has ended.</source>
        <translation>这份 PDF 无法显示：绘制它的进程已经中止。</translation>
    </message>
    <message>
        <source>/ {count}, the first {listed} are shown</source>
        <translation>/ {count} 页，只显示前 {listed} 页</translation>
    </message>
    <message>
        <source>/ {count}</source>
        <translation>/ {count} 页</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>This attachment is not shown: only PNG and JPEG pictures are accepted.</source>
        <translation>这份附件不予显示：图片只接受 PNG 与 JPEG。</translation>
    </message>
    <message>
        <source>This attachment is not shown: its content is not the kind of picture that it claims to be.</source>
        <translation>这份附件不予显示：内容与所称的图片类型不符。</translation>
    </message>
    <message>
        <source>This picture is not shown: {width} × {height} pixels are more than the {limit} allowed.</source>
        <translation>这张图片不予显示：{width} × {height} 像素，超过 {limit} 像素的上限。</translation>
    </message>
    <message>
        <source>This picture is not shown: it takes too long to open.</source>
        <translation>这张图片不予显示：打开时间过长。</translation>
    </message>
    <message>
        <source>This picture could not be shown: the process that opens it has ended.</source>
        <translation>这张图片无法显示：打开它的进程已经中止。</translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown: it is damaged or not complete.</source>
        <translation>这张图片无法显示：已损坏或不完整。</translation>
    </message>
</context>
<context>
    <name>PieceTabs</name>
    <message>
        <source>Dossier</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>数据从哪里来</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Private: sealed on this computer, never exported</source>
        <translation>只供自己看：加密保存在这台电脑上，不会导出</translation>
    </message>
    <message>
        <source>Figures {count}</source>
        <translation>数据依据 {count}</translation>
    </message>
    <message>
        <source>+{count}</source>
        <translation>+{count}</translation>
    </message>
    <message numerus="yes">
        <source>%n more attachment(s)</source>
        <translation>
            <numerusform>另有 %n 份附件</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>PrintRun</name>
    <message>
        <source>Dossier</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Print the dossier</source>
        <translation>打印正文</translation>
    </message>
</context>
<context>
    <name>QuietBrowser</name>
    <message>
        <source>Dossier</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>RankingModel</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message>
        <source>The sheet is signed and sealed (revision {revision})</source>
        <translation>评分表已签名密封（第 {revision} 版）</translation>
    </message>
    <message>
        <source>receipt and delivery code</source>
        <translation>回执与收件码</translation>
    </message>
    <message>
        <source>Save the receipt as PDF, to print…</source>
        <translation>保存回执 PDF，可打印…</translation>
    </message>
    <message>
        <source>Show as QR code</source>
        <translation>显示二维码</translation>
    </message>
    <message>
        <source>Send this file</source>
        <translation>寄出这个文件</translation>
    </message>
    <message>
        <source>See that it arrived</source>
        <translation>核对是否寄到</translation>
    </message>
    <message>
        <source>After publication: see that it counts</source>
        <translation>结果公布后，核对是否计入</translation>
    </message>
    <message>
        <source>Open {name} to print it</source>
        <translation>打开 {name}，即可打印</translation>
    </message>
    <message>
        <source>Step {number}: {what}</source>
        <translation>第 {number} 步：{what}</translation>
    </message>
    <message>
        <source>The file of revision {revision}, from where you saved it.</source>
        <translation>第 {revision} 版的文件，在您当时保存的位置。</translation>
    </message>
    <message>
        <source>return instructions</source>
        <translation>寄回说明</translation>
    </message>
    <message>
        <source>The organizer asks:</source>
        <translation>组织方的寄回说明：</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全文</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation>所在文件夹：{folder}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the file, to paste into a mail</source>
        <translation>复制文件，到邮件里粘贴</translation>
    </message>
    <message>
        <source>file</source>
        <comment>on the clipboard</comment>
        <translation>文件</translation>
    </message>
    <message>
        <source>has it arrived?</source>
        <translation>查是否收到</translation>
    </message>
    <message>
        <source>The organizer posts a list of the delivery codes that have come in. If yours is on it, the file has arrived. If it still isn&apos;t after some days, send the same file again.</source>
        <translation>组织方会公布已收到的收件码清单。清单里有这个码，就是寄到了；过几天仍没有，请把同一个文件再寄一次。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>If it is missing there, or stands with a lower number, ask the organizer why; through somebody else, if your row is to stay unknown to them.</source>
        <translation>若查不到，或版次偏低，请向组织方查问；不愿让对方知道哪一行是您的，可托他人代问。</translation>
    </message>
    <message>
        <source>The clipboard holds one thing at a time: now “{what}”, no longer “{before}”.</source>
        <translation>剪贴板一次只存一样：现在是“{what}”，不再是“{before}”。</translation>
    </message>
    <message>
        <source>Delivery code</source>
        <translation>收件码</translation>
    </message>
    <message>
        <source>How to return the sheet is explained in the organizer&apos;s cover letter.</source>
        <translation>寄回方式请见组织方的随信说明。</translation>
    </message>
    <message>
        <source>Return instructions</source>
        <translation>寄回说明</translation>
    </message>
    <message>
        <source>Copy receipt and code</source>
        <translation>复制回执与收件码</translation>
    </message>
    <message>
        <source>Copy instructions</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>Receipt: {receipt}
Delivery code: {code}</source>
        <translation>回执：{receipt}
收件码：{code}</translation>
    </message>
    <message>
        <source>does it count? Secret</source>
        <translation>查是否计入，请保密</translation>
    </message>
    <message>
        <source>{name}: {code}</source>
        <translation>{name}：{code}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <translation>复制{name}</translation>
    </message>
    <message>
        <source>Receipt and delivery code as a QR code</source>
        <translation>回执与收件码的二维码</translation>
    </message>
    <message>
        <source>Holds both codes and nothing else. Scan it with a camera only, not with a chat program.</source>
        <translation>里面只有这两个码。请只用相机扫，不要用聊天软件扫。</translation>
    </message>
    <message>
        <source>Hide the QR code</source>
        <translation>收起二维码</translation>
    </message>
    <message>
        <source>Look it up in the published results: they say whether your sheet counted. Whoever has the receipt finds your row of scores, so keep it to yourself. The number after the stroke is the revision.</source>
        <translation>在公布的结果里查这个回执，可知您的评分表是否计入。凭回执能找到您的那一行分数，请自己保管，不要给别人看。斜线后的数字是版次。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>RecusalReason</name>
    <message>
        <source>Reason of recusal, stays on this computer</source>
        <translation>回避理由，只留在这台电脑上</translation>
    </message>
    <message>
        <source>Stays on this computer and is never exported.</source>
        <translation>只留在这台电脑上，不会导出。</translation>
    </message>
    <message>
        <source>Reason (stays on this computer)</source>
        <translation>理由（只留在本机）</translation>
    </message>
    <message>
        <source>In a few words (optional)</source>
        <translation>简要说明（可不填）</translation>
    </message>
    <message>
        <source>Reason in own words, stays on this computer</source>
        <translation>自己写的回避理由，只留在这台电脑上</translation>
    </message>
</context>
<context>
    <name>RecusalSuggestion</name>
    <message>
        <source>Recuse myself</source>
        <translation>申请回避</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>无须回避</translation>
    </message>
    <message>
        <source>This case comes from “{name}”, which you named as your own institution.</source>
        <translation>本案例来自“{name}”，您填写过这是您的单位。</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n not scored yet: {names}. All is saved; leave whenever you like.</source>
        <translation>
            <numerusform>还有 %n 项未评：{names}。已自动保存，可随时离开。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundNotes</name>
    <message>
        <source>This amendment is known already.</source>
        <translation>这份更正通知已经收入。</translation>
    </message>
    <message>
        <source>Amendment {number} from the organizer. Your scores stay as they are.</source>
        <translation>组织方的第 {number} 号更正通知。您已有的评分保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>The comment was longer than the round allows; its last %n character(s) went to your notes.</source>
        <translation>
            <numerusform>评语超出了本轮的字数上限，末尾 %n 个字已移入“我的笔记”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost: shorten the comment, or leave the rest in the notes.</source>
        <translation>内容没有丢失：可以缩短评语，也可以把余下的留在笔记里。</translation>
    </message>
    <message>
        <source>Your last words could not be saved yet.</source>
        <translation>您最后输入的文字还没有存下。</translation>
    </message>
    <message>
        <source>Make room and try again, or copy them. Closing once more leaves without them.</source>
        <translation>请腾出磁盘空间后再试，或先复制下来；再次关闭将放弃这些文字。</translation>
    </message>
</context>
<context>
    <name>ScoreGrid</name>
    <message>
        <source>Digits score (0 is ten), Delete clears, Ctrl+Z undoes; Enter or a double click goes to the case.</source>
        <translation>数字键打分（0 为 10 分），Delete 清除，Ctrl+Z 撤销；回车或双击转到案例。</translation>
    </message>
    <message>
        <source>Type a score, Delete clears, Ctrl+Z undoes; Enter or a double click goes to the case.</source>
        <translation>直接键入分数，Delete 清除，Ctrl+Z 撤销；回车或双击转到案例。</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Doubtful</source>
        <translation>存疑，稍后再看</translation>
    </message>
    <message>
        <source>Marks the case for another look; never exported</source>
        <translation>提醒自己稍后再看，不会导出</translation>
    </message>
    <message>
        <source>Recuse myself</source>
        <translation>申请回避</translation>
    </message>
    <message>
        <source>No score for this case, which is not zero; can be taken back</source>
        <translation>本案例不评分，也不算零分；可以随时取消</translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一案例</translation>
    </message>
    <message>
        <source>Previous case (Ctrl+Up)</source>
        <translation>上一案例（Ctrl+↑）</translation>
    </message>
    <message>
        <source>Next open case  Ctrl+↓</source>
        <translation>下一未评案例  Ctrl+↓</translation>
    </message>
    <message>
        <source>To the next case still to be decided</source>
        <translation>前往下一个尚未评定的案例</translation>
    </message>
    <message>
        <source>The sheet you exported says what stands here</source>
        <translation>已导出的评分表与这里的内容一致</translation>
    </message>
    <message>
        <source>The sheet you exported no longer says what stands here</source>
        <translation>导出的评分表与现在的评分已不一致</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>已回避</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>已弃权</translation>
    </message>
    <message>
        <source>{score}: {meaning}</source>
        <translation>{score}：{meaning}</translation>
    </message>
    <message>
        <source>Next open case</source>
        <translation>下一未评案例</translation>
    </message>
    <message>
        <source>Only this case is left  Ctrl+↓</source>
        <translation>只剩本案例  Ctrl+↓</translation>
    </message>
    <message>
        <source>Only this case is left</source>
        <translation>只剩本案例</translation>
    </message>
    <message>
        <source>Exported: see the receipt  Ctrl+↓</source>
        <translation>已导出，看回执  Ctrl+↓</translation>
    </message>
    <message>
        <source>Exported: see the receipt</source>
        <translation>已导出，看回执</translation>
    </message>
    <message>
        <source>Changed: export again  Ctrl+↓</source>
        <translation>有改动，重新导出  Ctrl+↓</translation>
    </message>
    <message>
        <source>Changed: export again</source>
        <translation>有改动，重新导出</translation>
    </message>
    <message>
        <source>All decided: check  Ctrl+↓</source>
        <translation>已全部评定，去核对  Ctrl+↓</translation>
    </message>
    <message>
        <source>All decided: check</source>
        <translation>已全部评定，去核对</translation>
    </message>
</context>
<context>
    <name>ScoreScale</name>
    <message>
        <source>not scored</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>{value} of {highest}</source>
        <translation>{value} 分，满分 {highest}</translation>
    </message>
    <message>
        <source>{criterion}: not scored</source>
        <translation>{criterion}：未评</translation>
    </message>
    <message>
        <source>Digits score, Backspace clears</source>
        <translation>按数字键评分，退格键清除</translation>
    </message>
    <message>
        <source>Digits score, 0 is ten, Backspace clears</source>
        <translation>按数字键评分，0 为十分，退格键清除</translation>
    </message>
    <message>
        <source>{criterion}: {value} of {highest}</source>
        <translation>{criterion}：{value} 分，满分 {highest}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Reading the dossiers… {done}/{count}</source>
        <translation>正在读取正文… {done}/{count}</translation>
    </message>
    <message>
        <source>Reading the attachments… {done}/{count}</source>
        <translation>正在读取附件… {done}/{count}</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys of this program</source>
        <translation>快捷键一览</translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>Not ready to sign yet</source>
        <translation>还不能签名</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are still open. Score them, or recuse yourself.</source>
        <translation>
            <numerusform>还有 %n 个案例没有评定，请评分或申请回避。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation>签名导出</translation>
    </message>
    <message>
        <source>Sign and export…</source>
        <translation>签名并导出…</translation>
    </message>
    <message>
        <source>This will be revision {number}. If you change something and export again, that is revision {next}; the highest one that arrives in time counts, and the others don&apos;t.</source>
        <translation>这份评分表是第 {number} 版。以后若有改动再次导出，就是第 {next} 版；只有按时寄到的各版中版次最高的一份计入结果。</translation>
    </message>
    <message>
        <source>Export once more…</source>
        <translation>再导出一次…</translation>
    </message>
    <message>
        <source>Every case is decided. Your sheet becomes one sealed file, which you then send.</source>
        <translation>全部案例均已评定。评分表将成为一个密封的文件，由您寄出。</translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s) came after this sheet. No new export is needed for that; export again only if you change something because of it.</source>
        <translation>
            <numerusform>导出之后又收到 %n 份更正通知。不必为此重新导出；只有因此改动了内容，才需要再导出一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet says what stands here now. If you change something later, export again: that is a new revision with codes of its own, and the highest that arrives in time counts.</source>
        <translation>这份评分表与现在的评分一致。以后若有改动，请再次导出：那是新的一版，回执和收件码都会换新，截止前收到的最高一版有效。</translation>
    </message>
    <message>
        <source>Earlier receipts</source>
        <translation>以前的回执</translation>
    </message>
    <message>
        <source>A sheet was made before: {last}. It no longer says what stands here, and this one replaces it.</source>
        <translation>之前导出过{last}，与现在的内容已不一致；这一份将取代它。</translation>
    </message>
    <message>
        <source>scores</source>
        <comment>file name of a sheet</comment>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Save the score sheet</source>
        <translation>保存评分表</translation>
    </message>
    <message>
        <source>Score sheet (*.scoresheet)</source>
        <translation>评分表 (*.scoresheet)</translation>
    </message>
    <message>
        <source>receipt-{revision}</source>
        <comment>file name</comment>
        <translation>回执-第{revision}版</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>保存回执</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Case review</source>
        <translation>案例评审</translation>
    </message>
    <message>
        <source>Read the cases of a round, score them, and send back a sealed sheet that carries no name.</source>
        <translation>阅读案例，逐项评分，寄回一份不署名的密封评分表。</translation>
    </message>
    <message>
        <source>You can leave it empty now: the package asks for it.</source>
        <translation>可以先留空，打开案例包时再填写。</translation>
    </message>
    <message>
        <source>The card is at hand. Now open the package it belongs to.</source>
        <translation>评分卡已备好，请打开对应的案例包。</translation>
    </message>
    <message>
        <source>I am an expert</source>
        <translation>我是专家</translation>
    </message>
    <message>
        <source>I am an organizer</source>
        <translation>我是组织者</translation>
    </message>
    <message>
        <source>Drop the case package you were sent here</source>
        <translation>把收到的案例包拖到这里</translation>
    </message>
    <message>
        <source>a file ending in .casepkg</source>
        <translation>文件名以 .casepkg 结尾</translation>
    </message>
    <message>
        <source>Open a case package…</source>
        <translation>打开案例包…</translation>
    </message>
    <message>
        <source>Ballot card</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>type or paste it, or drop the card file anywhere</source>
        <translation>可以输入、粘贴，或把评分卡文件拖到窗口任意处</translation>
    </message>
    <message>
        <source>First time here? The sample round is made for trying things out; nothing in it counts.</source>
        <translation>第一次使用？可以先用样例练习，其中的一切都不计入评选。</translation>
    </message>
    <message>
        <source>Try the sample round</source>
        <translation>试用样例</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>not there any more: {folder}</source>
        <translation>文件已不在原处：{folder}</translation>
    </message>
    <message>
        <source>Organizers work on the command line for now</source>
        <translation>组织者目前使用命令行</translation>
    </message>
    <message>
        <source>Nominations, cards, packages, the ballot box, results and certificates are all there as commands; pages for them come later. This lists the commands:</source>
        <translation>申报、评分卡、案例包、票箱、结果与证书都已有相应的命令，界面将在以后提供。查看全部命令：</translation>
    </message>
    <message>
        <source>A complete round on the sample campaign, from nominations to a verified result:</source>
        <translation>用样例走完一整轮，从申报到核验结果：</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Read and score</source>
        <translation>阅读与评分</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation>签名导出</translation>
    </message>
    <message>
        <source>Anonymous · offline</source>
        <translation>匿名 · 离线</translation>
    </message>
    <message>
        <source>This program opens no network connection, and writes no name into what you export.</source>
        <translation>本程序不连接网络，也不在导出的文件中写入姓名。</translation>
    </message>
    <message>
        <source>Case review</source>
        <translation>案例评审</translation>
    </message>
    <message>
        <source>The exported sheet is out of date: export again.</source>
        <translation>导出的评分表已过时，请再导出一次。</translation>
    </message>
    <message>
        <source>{done} / {total} decided</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未能保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>Typesetter</name>
    <message>
        <source>This text is very long. Shown so far: about {percent} %.</source>
        <translation>正文很长，目前显示约 {percent}%。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>继续显示</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>图 {number}</translation>
    </message>
    <message>
        <source>This text is nested too deeply to be laid out. It is shown as it was written; nothing is left out.</source>
        <translation>这段文字嵌套过深，无法排版，现按原文显示，没有删减。</translation>
    </message>
    <message>
        <source>This text is too long to be laid out. It is shown as it was written; nothing is left out.</source>
        <translation>这段文字过长，无法排版，现按原文显示，没有删减。</translation>
    </message>
    <message>
        <source>The following table doesn&apos;t fit on the page. It is shown as it was written; nothing is left out.</source>
        <translation>下面的表格版面容纳不下，现按原文显示，没有删减。</translation>
    </message>
    <message>
        <source>Picture “{caption}”: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation>图片“{caption}”：{name} 不是本案例可显示的附件，没有载入任何内容。</translation>
    </message>
    <message>
        <source>Picture: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation>图片：{name} 不是本案例可显示的附件，没有载入任何内容。</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Pages</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Small pictures of the pages</source>
        <translation>页面缩略图</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Type a page number and press Enter</source>
        <translation>输入页码后按回车</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>显示比例</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Terms digest {digest}</source>
        <translation>条款短码 {digest}</translation>
    </message>
    <message>
        <source>Compare this code with the cover letter. If it differs, you were given another package than the others: don&apos;t score, and ask the organizer.</source>
        <translation>请与随信说明上的代码核对。如果不同，您拿到的案例包与别人的不一样：请先不要评分，并与组织方联系。</translation>
    </message>
    <message>
        <source>Terms of this round</source>
        <translation>条款短码</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between criteria</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), in an order of your own. Score each on {criteria}, from {lowest} to {highest}. Every input is saved at once; you can stop at any time and go on later.</source>
        <translation>
            <numerusform>共 %n 个案例，按您专有的次序排列。每个案例按{criteria}评分，从 {lowest} 分到 {highest} 分。每一次输入都即时保存，可以随时停下，以后接着评。</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始评审</translation>
    </message>
    <message>
        <source>A sample round: for trying things out, nothing in it counts.</source>
        <translation>样例：仅供练习，其中的一切都不计入评选。</translation>
    </message>
    <message>
        <source>My institutions…</source>
        <translation>我的单位…</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>About this round</source>
        <translation>关于本轮</translation>
    </message>
    <message>
        <source>Forget the remembered card</source>
        <translation>清除这台电脑上记住的评分卡</translation>
    </message>
    <message>
        <source>Close this round</source>
        <translation>关闭本轮</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Text size of the window</source>
        <translation>界面字号</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <comment>reading size</comment>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Text size of the page</source>
        <translation>正文字号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Keys of this program</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Open a package, card or amendment…</source>
        <translation>打开案例包、评分卡或更正通知…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print this page…</source>
        <translation>打印当前正文…</translation>
    </message>
    <message>
        <source>Only the page (focus mode)</source>
        <translation>只看正文（专注模式）</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Undo in case {number}: {change}</source>
        <translation>撤销（案例 {number}）：{change}</translation>
    </message>
    <message>
        <source>Redo in case {number}: {change}</source>
        <translation>重做（案例 {number}）：{change}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无记录</translation>
    </message>
    <message>
        <source>Remember where packages lie</source>
        <translation>记住案例包的位置</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>amendment</name>
    <message>
        <source>Said before: {text}</source>
        <translation>此前的说法：{text}</translation>
    </message>
    <message>
        <source>Correction to &apos;{title}&apos;</source>
        <translation>“{title}”有更正</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is withdrawn</source>
        <translation>“{title}”已撤出评选</translation>
    </message>
    <message>
        <source>A ballot card was revoked</source>
        <translation>一张评分卡已作废</translation>
    </message>
    <message>
        <source>New closing date: {date}</source>
        <translation>截止日期改为 {date}</translation>
    </message>
    <message>
        <source>Closing date: {date}</source>
        <translation>截止日期 {date}</translation>
    </message>
    <message>
        <source>{what}: {text}</source>
        <translation>{what}：{text}</translation>
    </message>
    <message>
        <source>Open the amendment file that the organizer sent once more. Your scores are not affected.</source>
        <translation>请把组织方发来的该更正文件再打开一次。您的评分不受影响。</translation>
    </message>
    <message>
        <source>Amendment {number}, which was opened here before, is gone from this computer. Until you open it again, it and any later ones are left out.</source>
        <translation>第 {number} 号更正曾在这台电脑上打开过，现在文件不见了。重新打开之前，它和之后的更正暂不生效。</translation>
    </message>
    <message>
        <source>Amendment {number} kept on this computer is damaged. Until you open it again, it and any later ones are left out.</source>
        <translation>保存在这台电脑上的第 {number} 号更正已损坏；重新打开之前，它和之后的更正都不生效。</translation>
    </message>
    <message>
        <source>Amendment {number} kept on this computer can&apos;t be read at the moment. It and any later ones are left out for now.</source>
        <translation>这台电脑上保存的第 {number} 号更正现在读不出来，它和之后的更正暂不生效。</translation>
    </message>
</context>
<context>
    <name>backup</name>
    <message>
        <source>Writes all of your work in this round into one sealed file: scores, comments, notes, receipts. Only your ballot card opens it.</source>
        <translation>把您在本轮的全部内容（分数、评语、笔记、回执）写成一个密封的文件，只有您的评分卡能打开。</translation>
    </message>
    <message>
        <source>On the other computer open the same case package with the same card, then drop this file on the window. Work on one computer at a time.</source>
        <translation>在另一台电脑上用同一张评分卡打开同一个案例包，再把这个文件拖进窗口。请勿在两台电脑上同时评审。</translation>
    </message>
</context>
<context>
    <name>claims</name>
    <message>
        <source>✓ Verified</source>
        <translation>✓ 已核实</translation>
    </message>
    <message>
        <source>○ Self-reported</source>
        <translation>○ 自报</translation>
    </message>
    <message>
        <source>✓ Marked as verified by the organizer</source>
        <translation>✓ 组织方标为已核实</translation>
    </message>
    <message>
        <source>○ Self-reported: given in the nomination, not marked as verified by the organizer</source>
        <translation>○ 自报：由申报材料提供，组织方未标为已核实</translation>
    </message>
    <message>
        <source>No source is given</source>
        <translation>没有给出来源</translation>
    </message>
    <message>
        <source>No source is given
Date of the figure: {date}</source>
        <translation>没有给出来源
数据时间：{date}</translation>
    </message>
    <message>
        <source>Source: {source}
No date of the figure is given</source>
        <translation>来源：{source}
没有给出数据时间</translation>
    </message>
    <message>
        <source>Source: {source}
Date of the figure: {date}</source>
        <translation>来源：{source}
数据时间：{date}</translation>
    </message>
    <message>
        <source>{figure}: {what}
{source}
{status}</source>
        <translation>{figure}：{what}
{source}
{status}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了问题</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>This is a sealed score sheet. Only the organizer can open it.</source>
        <translation>这是已密封的评分表，只有组织方能打开。</translation>
    </message>
    <message>
        <source>Send it as your cover letter says. To look at your scores or change them, open the case package.</source>
        <translation>请按随信说明寄回。如要查看或修改评分，请打开案例包。</translation>
    </message>
    <message>
        <source>This is the published result of a round, not a case package.</source>
        <translation>这是某一轮评审公布的结果，不是案例包。</translation>
    </message>
    <message>
        <source>Anyone can check it with the command &apos;review-app verify&apos; followed by the file. To score, open the case package you were sent.</source>
        <translation>任何人都可以用命令 review-app verify 加文件名来核验它。如要评分，请打开您收到的案例包。</translation>
    </message>
    <message>
        <source>This is a PDF, not a case package.</source>
        <translation>这是 PDF 文件，不是案例包。</translation>
    </message>
    <message>
        <source>To score, open the file ending in .casepkg that you were sent. A certificate is checked with the command &apos;review-app verify&apos; followed by the file.</source>
        <translation>如要评分，请打开您收到的 .casepkg 文件。如果这是证书，可用命令 review-app verify 加文件名来核验。</translation>
    </message>
    <message>
        <source>An amendment belongs to a round that is open.</source>
        <translation>更正通知要在打开对应的案例包之后使用。</translation>
    </message>
    <message>
        <source>Open the case package with your card first, then drop the amendment again.</source>
        <translation>请先用评分卡打开案例包，再把更正通知拖进来。</translation>
    </message>
    <message>
        <source>More than one case package was given; the first was taken.</source>
        <translation>同时收到多个案例包，只打开了第一个。</translation>
    </message>
    <message>
        <source>One round is open at a time. Open the other package after it.</source>
        <translation>一次只能打开一轮评审，其余的请稍后再打开。</translation>
    </message>
    <message>
        <source>This is a ballot card, and the round is open already.</source>
        <translation>这是评分卡，而本轮评审已经打开。</translation>
    </message>
    <message>
        <source>To use another card, close this round first; the menu has a line for it.</source>
        <translation>如要换一张评分卡，请先在菜单中选择“关闭本轮”。</translation>
    </message>
    <message>
        <source>This is a backup of scores; it belongs to a round that is open.</source>
        <translation>这是评分备份，要在打开对应的案例包之后使用。</translation>
    </message>
    <message>
        <source>Open the case package with your card first, then drop the backup again.</source>
        <translation>请先用评分卡打开案例包，再把备份拖进来。</translation>
    </message>
    <message>
        <source>It may have been damaged on its way. Copy or download it once more; if that doesn&apos;t help, ask whoever sent it for a new copy.</source>
        <translation>文件可能在传送中损坏。请重新复制或下载一次；仍打不开，请对方再发一份。</translation>
    </message>
    <message>
        <source>A card file is a short text with six groups of four symbols. If it is one, type the card yourself, as it stands on paper.</source>
        <translation>评分卡文件是一段短文字，共六组、每组四个字符。若它就是评分卡，请照纸卡直接输入。</translation>
    </message>
    <message>
        <source>To score, open the file ending in .casepkg that you were sent. A ballot card can always be typed: six groups of four symbols.</source>
        <translation>要评分，请打开收到的案例包（扩展名 .casepkg）。评分卡随时可以直接输入：六组、每组四个字符。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Next case still to be decided</source>
        <translation>下一个未评案例</translation>
    </message>
    <message>
        <source>Next case of the list</source>
        <translation>列表中的下一个案例</translation>
    </message>
    <message>
        <source>Previous case of the list</source>
        <translation>列表中的上一个案例</translation>
    </message>
    <message>
        <source>To the list of cases</source>
        <translation>转到案例列表</translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation>搜索标题与正文</translation>
    </message>
    <message>
        <source>Next place that was searched for</source>
        <translation>下一处搜索结果</translation>
    </message>
    <message>
        <source>Previous place that was searched for</source>
        <translation>上一处搜索结果</translation>
    </message>
    <message>
        <source>Next figure with a source, and where it comes from</source>
        <translation>下一个有出处的数字，并显示出处</translation>
    </message>
    <message>
        <source>Previous figure with a source</source>
        <translation>上一个有出处的数字</translation>
    </message>
    <message>
        <source>Only the page, and back</source>
        <translation>只看正文；再按一次恢复</translation>
    </message>
    <message>
        <source>Back from the page alone; closes this sheet</source>
        <translation>退出专注模式；关闭本页</translation>
    </message>
    <message>
        <source>Larger text on the page</source>
        <translation>放大正文</translation>
    </message>
    <message>
        <source>Smaller text on the page</source>
        <translation>缩小正文</translation>
    </message>
    <message>
        <source>Usual text size on the page</source>
        <translation>正文恢复标准字号</translation>
    </message>
    <message>
        <source>Print what is being read</source>
        <translation>打印正在阅读的正文</translation>
    </message>
    <message>
        <source>To the first score still missing</source>
        <translation>转到第一个未评的项目</translation>
    </message>
    <message>
        <source>What the scores of a criterion mean; ? in a row of scores does the same</source>
        <translation>查看该项的评分标准；在评分行中按 ? 也可</translation>
    </message>
    <message>
        <source>Changes of this case</source>
        <translation>本案例的更改记录</translation>
    </message>
    <message>
        <source>Mark the case as doubtful, or no longer</source>
        <translation>标为存疑，或取消存疑</translation>
    </message>
    <message>
        <source>Recuse yourself from the case; then to the way back</source>
        <translation>申请回避；再按一次转到“取消回避”</translation>
    </message>
    <message>
        <source>Undo the last change, in whichever case</source>
        <translation>撤销上一次更改（不论在哪个案例）</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Read and score</source>
        <translation>阅读与评分</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation>签名导出</translation>
    </message>
    <message>
        <source>While checking: Ranking</source>
        <translation>核对时：排名</translation>
    </message>
    <message>
        <source>While checking: Grid</source>
        <translation>核对时：逐项总览</translation>
    </message>
    <message>
        <source>Score 1 to 9, 0 is ten; then the next row</source>
        <translation>评 1 到 9 分，0 为 10 分；自动到下一行</translation>
    </message>
    <message>
        <source>Open a package, card or amendment</source>
        <translation>打开案例包、评分卡或更正通知</translation>
    </message>
    <message>
        <source>To the latest note; Esc takes it away</source>
        <translation>到最新一条提示；按 Esc 关闭它</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Quit; everything is saved</source>
        <translation>退出（内容都会保存）</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>One point less or more, in a row of scores</source>
        <translation>在评分行中减一分或加一分</translation>
    </message>
    <message>
        <source>Row above or below</source>
        <translation>上一行或下一行</translation>
    </message>
    <message>
        <source>Take a score away</source>
        <translation>清除该项评分</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Larger or smaller, page or picture</source>
        <translation>放大或缩小正文、图片</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>revisions</name>
    <message>
        <source>revision {revision}</source>
        <translation>第 {revision} 版</translation>
    </message>
    <message>
        <source>revision {revision} ({name})</source>
        <translation>第 {revision} 版（{name}）</translation>
    </message>
    <message>
        <source>This sheet replaces {earlier}. You can delete what is replaced. If you have sent it already, simply send this one, too: the highest revision counts.</source>
        <translation>这一版取代{earlier}。被取代的文件可以删除；如果已经寄出，再寄这一版即可，以版次最高的为准。</translation>
    </message>
    <message>
        <source>Revision {revision}: receipt {receipt}, delivery code {code}</source>
        <translation>第 {revision} 版：回执 {receipt}，收件码 {code}</translation>
    </message>
    <message>
        <source>Revision {revision}, {name}: receipt {receipt}, delivery code {code}</source>
        <translation>第 {revision} 版（{name}）：回执 {receipt}，收件码 {code}</translation>
    </message>
</context>
<context>
    <name>sign</name>
    <message>
        <source>One sealed file with your scores, recusals and comments.</source>
        <translation>一个密封的文件：您的分数、回避情况和评语。</translation>
    </message>
    <message>
        <source>It is signed by your ballot card, not by you: no name, no time, nothing of this computer.</source>
        <translation>签名用的是评分卡，不是您本人：没有姓名、时间，也没有这台电脑的任何信息。</translation>
    </message>
    <message>
        <source>Your notes, doubts and reasons of recusal.</source>
        <translation>您的笔记、存疑标记和回避理由。</translation>
    </message>
    <message>
        <source>Your ballot card. Keep it until the result is out: whoever has it can sign in your place.</source>
        <translation>您的评分卡。请保管到结果公布：谁拿到它，谁就能代您签名。</translation>
    </message>
    <message>
        <source>Whoever receives your mail sees that it is from you. In this round one key opens the sheets: whoever holds it and also gets the mail could see which sheet is yours. To avoid that, have somebody neutral hand it in.</source>
        <translation>收信的人看得到是您寄来的。本轮的评分表只用一把密钥开启：掌管密钥的人若同时收信，就能看出哪一份是您的。如需避免，请托中立的人转交。</translation>
    </message>
    <message>
        <source>Whoever receives your mail sees that it is from you, but can&apos;t open the sheet; that takes another key, in other hands.</source>
        <translation>收信的人看得到是您寄来的，但打不开评分表；打开还需要另一把密钥，由别人掌管。</translation>
    </message>
    <message>
        <source>A comment can be recognized by its style, the more so in a small panel.</source>
        <translation>评语的文风可能被人认出，评审人数少时尤其如此。</translation>
    </message>
    <message>
        <source>Whoever printed the cards could have used yours. The receipt shows in the published result whether your own sheet counted.</source>
        <translation>印制评分卡的人也有可能冒用您的卡。结果公布后，凭回执可以查明：计入的评分表，是否就是您寄出的那一份。</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>寄出的内容</translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation>留在本机的内容</translation>
    </message>
    <message>
        <source>What no program can promise</source>
        <translation>任何程序都无法保证的</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤出</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>已回避</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>已弃权</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>已评</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>{given} of {all} scored</source>
        <translation>已评 {given} / {all} 项</translation>
    </message>
    <message>
        <source>R</source>
        <comment>one letter: recused</comment>
        <translation>避</translation>
    </message>
    <message>
        <source>A</source>
        <comment>one letter: abstained</comment>
        <translation>弃</translation>
    </message>
    <message>
        <source>Nominated by experts</source>
        <translation>专家推荐</translation>
    </message>
    <message>
        <source>Own nomination</source>
        <translation>自荐</translation>
    </message>
    <message>
        <source>My own institution nominated it</source>
        <translation>案例由本人所在单位推荐或申报</translation>
    </message>
    <message>
        <source>I or someone close to me works there</source>
        <translation>本人或近亲属在该单位任职</translation>
    </message>
    <message>
        <source>I took part in this case or advised on it</source>
        <translation>本人参与过该案例或曾为其提供咨询</translation>
    </message>
    <message>
        <source>I work with the people behind it</source>
        <translation>与案例主要人员有合作或师生关系</translation>
    </message>
    <message>
        <source>I have a financial interest in it</source>
        <translation>与该案例有经济利益关系</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他理由</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>申请回避</translation>
    </message>
    <message>
        <source>Recusal taken back</source>
        <translation>取消回避</translation>
    </message>
    <message>
        <source>Reason of the recusal changed</source>
        <translation>修改回避理由</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>Abstention taken back</source>
        <translation>取消弃权</translation>
    </message>
    <message>
        <source>Marked as doubtful</source>
        <translation>标为存疑</translation>
    </message>
    <message>
        <source>No longer doubtful</source>
        <translation>取消存疑</translation>
    </message>
    <message>
        <source>Own notes changed</source>
        <translation>修改个人笔记</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>{criterion}: {value} given</source>
        <translation>{criterion}：评 {value} 分</translation>
    </message>
    <message>
        <source>{criterion}: {value} cleared</source>
        <translation>{criterion}：清除 {value} 分</translation>
    </message>
    <message>
        <source>{criterion} {before} → {after}</source>
        <translation>{criterion} {before} → {after}</translation>
    </message>
    <message>
        <source>Comment written</source>
        <translation>写评语</translation>
    </message>
    <message>
        <source>Comment changed</source>
        <translation>修改评语</translation>
    </message>
    <message>
        <source>Comment removed</source>
        <translation>删除评语</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>recused, scores kept: {scores}</source>
        <translation>已回避，保留分数 {scores}</translation>
    </message>
    <message>
        <source>abstained, scores kept: {scores}</source>
        <translation>已弃权，保留分数 {scores}</translation>
    </message>
    <message>
        <source>scores {scores}, not complete</source>
        <translation>分数 {scores}，未评完</translation>
    </message>
    <message>
        <source>scores {scores}, total {total}</source>
        <translation>分数 {scores}，总分 {total}</translation>
    </message>
</context>
</TS>
