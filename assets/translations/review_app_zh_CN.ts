<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this note</source>
        <translation>关闭提示</translation>
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
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Search cases  Ctrl+F</source>
        <translation>搜索案例  Ctrl+F</translation>
    </message>
    <message>
        <source>Search cases by title, place or organisation</source>
        <translation>按标题、地区或单位搜索案例</translation>
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
    <message>
        <source>No case has these words in its title, place or organisation.</source>
        <translation>没有标题、地区或单位含有这些字的案例。</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>这里暂时没有案例。</translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message>
        <source>{number}, {title}, {standing}</source>
        <translation>第 {number} 号，{title}，{standing}</translation>
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
        <source>On to signing</source>
        <translation>下一步：签名导出</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Every case is decided.</source>
        <translation>全部案例均已评定。</translation>
    </message>
    <message>
        <source>{done} of {wanted} decided. Still open:</source>
        <translation>已评定 {done} / {wanted}，尚缺：</translation>
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
        <source>total {value}, far above your mean</source>
        <translation>总分 {value}，远高于您的平均</translation>
    </message>
    <message>
        <source>total {value}, far below your mean</source>
        <translation>总分 {value}，远低于您的平均</translation>
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
    <name>CriterionRow</name>
    <message>
        <source>not scored</source>
        <translation>未评</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>Dossier</source>
        <translation>案例正文</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>This text is very long. Shown so far: about {percent} %.</source>
        <translation>全文很长，目前显示约 {percent}%。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case review</source>
        <translation>案例评审</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Case packages and amendments (*.casepkg *.amend)</source>
        <translation>案例包与更正通知 (*.casepkg *.amend)</translation>
    </message>
    <message>
        <source>Ballot card</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
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
        <source>This amendment is known already.</source>
        <translation>这份更正通知已经收入。</translation>
    </message>
    <message>
        <source>Amendment {number} from the organizer. Your scores stay as they are.</source>
        <translation>组织方的第 {number} 号更正通知。您已有的评分保持不变。</translation>
    </message>
    <message>
        <source>Amendment {number} kept on this computer is damaged. Until you open it again, it and any later ones are left out.</source>
        <translation>保存在这台电脑上的第 {number} 号更正已损坏；重新打开之前，它和之后的更正都不生效。</translation>
    </message>
    <message>
        <source>Open the amendment file that the organizer sent once more. Your scores are not affected.</source>
        <translation>请把组织方发来的该更正文件再打开一次。您的评分不受影响。</translation>
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
        <source>The card is not remembered on this computer.</source>
        <translation>这台电脑上不再保存评分卡。</translation>
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
    <name>PdfPages</name>
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
    <name>PdfView</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
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
        <source>The other documents are not affected.</source>
        <translation>其他材料不受影响。</translation>
    </message>
    <message>
        <source>Page {number} of {count}, the first {listed} are shown</source>
        <translation>第 {number} / {count} 页，只显示前 {listed} 页</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} / {count} 页</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>The other documents are not affected.</source>
        <translation>其他材料不受影响。</translation>
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
        <source>My notes</source>
        <translation>我的笔记</translation>
    </message>
    <message>
        <source>Private: sealed on this computer, never exported</source>
        <translation>只供自己看：加密保存在这台电脑上，不会导出</translation>
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
        <source>in the folder {folder}</source>
        <translation>所在文件夹：{folder}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>finds your row in the published result; keep it to yourself</source>
        <translation>结果公布后可凭它找到自己的评分，请自己留存</translation>
    </message>
    <message>
        <source>Delivery code</source>
        <translation>收件码</translation>
    </message>
    <message>
        <source>compare it with the organizer&apos;s list of what has arrived</source>
        <translation>可与组织方公布的收件清单核对</translation>
    </message>
    <message>
        <source>Now send it</source>
        <translation>接下来：寄回评分表</translation>
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
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
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
        <source>All decided: check  Ctrl+↓</source>
        <translation>已全部评定，去核对  Ctrl+↓</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>总分 {total}</translation>
    </message>
    <message>
        <source>The organizer has withdrawn this case. It needs no decision.</source>
        <translation>组织方已将本案例撤出评选，无须评分。</translation>
    </message>
    <message>
        <source>Recused: no score, not zero. Scores given before are kept in case you take it back.</source>
        <translation>已回避：不计分，并非零分。先前的分数仍保留，取消回避即恢复。</translation>
    </message>
    <message>
        <source>Abstained: no score, not zero. Scores given before are kept in case you take it back.</source>
        <translation>已弃权：不计分，并非零分。先前的分数仍保留，取消弃权即恢复。</translation>
    </message>
</context>
<context>
    <name>ScoreScale</name>
    <message>
        <source>{criterion}: not scored</source>
        <translation>{criterion}：未评</translation>
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
    <name>SignPage</name>
    <message>
        <source>your scores and recusals, signed with the key of your ballot card</source>
        <translation>您的分数与回避情况，以评分卡的密钥签名</translation>
    </message>
    <message>
        <source>your comments, sealed in the same file and published apart from the scores</source>
        <translation>您的评语，密封在同一文件中，与分数分开公布</translation>
    </message>
    <message>
        <source>which round they belong to, and which revision this is</source>
        <translation>所属的轮次，以及这是第几版</translation>
    </message>
    <message>
        <source>your name, this computer&apos;s name, the time: the program writes none of them anywhere</source>
        <translation>您的姓名、电脑名称、时间：程序从不写入这些</translation>
    </message>
    <message>
        <source>your notes, doubts and reasons of recusal</source>
        <translation>您的笔记、存疑标记与回避理由</translation>
    </message>
    <message>
        <source>your ballot card</source>
        <translation>您的评分卡</translation>
    </message>
    <message>
        <source>The sheet doesn&apos;t say whose it is, but whoever receives your mail sees who sent it. This round has one opening key: whoever holds it and receives the mail as well could see whose sheet it is. To avoid that, have somebody neutral hand it in.</source>
        <translation>评分表不写明出自何人，但收信的人看得到是谁寄来的。本轮只有一把开箱密钥：掌管它的人若同时收信，就能看出这是谁的评分表。如需避免，请托中立的第三方转交。</translation>
    </message>
    <message>
        <source>In a small panel, or by its style, a comment can be recognized. Write it with that in mind.</source>
        <translation>专家人数少，或文风独特时，评语可能被人认出，下笔时请留意。</translation>
    </message>
    <message>
        <source>Anyone who has your card can sign in your place. Keep it until the result is out.</source>
        <translation>拿到评分卡的人可以代您签名。结果公布之前，请妥善保管。</translation>
    </message>
    <message>
        <source>Whoever printed the cards could have used yours. Your receipt shows in the published result whether your own sheet was counted.</source>
        <translation>印制评分卡的人也有可能冒用。结果公布后，凭回执可以查明计入的是不是您自己的评分表。</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>会离开这台电脑的</translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation>只留在这台电脑上的</translation>
    </message>
    <message>
        <source>What no program can promise</source>
        <translation>任何程序都无法保证的</translation>
    </message>
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
        <source>Every case is decided. The sheet is written as one sealed file, which you then send.</source>
        <translation>全部案例均已评定。评分表将写成一个密封的文件，由您寄回。</translation>
    </message>
    <message>
        <source>A sheet was made before (revision {last}). This one is revision {new} and replaces it: the highest revision that arrives in time counts.</source>
        <translation>之前导出过第 {last} 版，这次是第 {new} 版，将取代前者：截止前收到的最高一版有效。</translation>
    </message>
    <message>
        <source>Sign and export…</source>
        <translation>签名并导出…</translation>
    </message>
    <message>
        <source>Export once more…</source>
        <translation>再导出一次…</translation>
    </message>
    <message>
        <source>Exported on another computer before?</source>
        <translation>是否在别的电脑上导出过？</translation>
    </message>
    <message>
        <source>Then enter the last revision from there (the number after the stroke of the receipt), so that this sheet gets a higher one. Otherwise leave it empty.</source>
        <translation>若导出过，请填写那边最后一版的版次（回执斜线之后的数字），这一版才会排在其后。没有则留空。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Last revision exported on another computer</source>
        <translation>在别的电脑上导出的最后版次</translation>
    </message>
    <message>
        <source>Earlier receipts</source>
        <translation>以前的回执</translation>
    </message>
    <message>
        <source>Revision {revision}: receipt {receipt}, delivery code {code}</source>
        <translation>第 {revision} 版：回执 {receipt}，收件码 {code}</translation>
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
        <source>A file ending in .casepkg; your ballot card is asked for next.</source>
        <translation>扩展名为 .casepkg 的文件；随后会请您输入评分卡。</translation>
    </message>
    <message>
        <source>Open a case package…</source>
        <translation>打开案例包…</translation>
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
        <source>{done} / {total} decided</source>
        <translation>已评 {done} / {total}</translation>
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
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
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
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>Open a case package or amendment…</source>
        <translation>打开案例包或更正通知…</translation>
    </message>
    <message>
        <source>About this round</source>
        <translation>关于本轮</translation>
    </message>
    <message>
        <source>Forget the remembered card</source>
        <translation>不再记住评分卡</translation>
    </message>
    <message>
        <source>Close this round</source>
        <translation>关闭本轮</translation>
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
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>amendment</name>
    <message>
        <source>correction to &apos;{title}&apos;: {text}</source>
        <translation>《{title}》更正：{text}</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is withdrawn: {text}</source>
        <translation>《{title}》撤出评选：{text}</translation>
    </message>
    <message>
        <source>a ballot card was revoked: {text}</source>
        <translation>一张评分卡作废：{text}</translation>
    </message>
    <message>
        <source>new closing date {date}: {text}</source>
        <translation>截止日期改为 {date}：{text}</translation>
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
</context>
</TS>
