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
    <name>Ahead</name>
    <message>
        <source>Three things are published: the announcement (who wins, how to object), the public report (how it was counted), and the archive, with which anybody can count again.</source>
        <translation>公布三样：公告（谁获奖、怎样提出异议）、公开报告（怎样计分）、档案（人人可以凭它重新计票）。</translation>
    </message>
    <message>
        <source>When: of the result nothing before the box is opened (the codes of sheets and the box record are). Once you have confirmed the result, all three, as a proposal; once objections are settled, all three again, as final.</source>
        <translation>何时：开箱之前不公布任何结果（收件码和票箱记录除外）。确认结果之后，三样都作为拟定结果公布；异议处理完毕，再把三样作为最终结果重新公布。</translation>
    </message>
    <message>
        <source>What will be published</source>
        <translation>将公布什么</translation>
    </message>
    <message>
        <source>How much is published is chosen when the round is set up, and fixed from then on.</source>
        <translation>公布到什么程度，在设立评分轮时选定，之后不再改变。</translation>
    </message>
    <message>
        <source>The level is fixed for this round. {level}</source>
        <translation>本轮公布到什么程度，已经确定。{level}</translation>
    </message>
</context>
<context>
    <name>AmendView</name>
    <message>
        <source>What changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Correct something about a case</source>
        <translation>更正案例内容</translation>
    </message>
    <message>
        <source>Withdraw a case</source>
        <translation>撤回案例</translation>
    </message>
    <message>
        <source>Revoke a card</source>
        <translation>作废评分卡</translation>
    </message>
    <message>
        <source>Move the closing date</source>
        <translation>改截止日期</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>the eight digits on its stub</source>
        <translation>存根上的八位编号</translation>
    </message>
    <message>
        <source>The card&apos;s stub</source>
        <translation>评分卡存根编号</translation>
    </message>
    <message>
        <source>New closing date</source>
        <translation>新的截止日期</translation>
    </message>
    <message>
        <source>What experts are told</source>
        <translation>告知专家的话</translation>
    </message>
    <message>
        <source>Add to the amendment</source>
        <translation>加入本次更正</translation>
    </message>
    <message>
        <source>What experts will see</source>
        <translation>专家将看到</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>签名并保存…</translation>
    </message>
    <message>
        <source>Intake is closed: nothing can be amended any more. What was signed can be saved again.</source>
        <translation>已停止接收评分表，不能再更正。已签名的更正仍可重新保存。</translation>
    </message>
    <message>
        <source>Rule and rubric stay as they are, and so does every score; the cases are marked to be looked at again. Send the file to every expert.</source>
        <translation>规则和评分标准不变，已打的分也不变；有关案例会标为“请再看”。文件要发给每一位专家。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>接续</translation>
    </message>
    <message>
        <source>No amendment has been signed. Each names the one before it.</source>
        <translation>还没有签名的更正。每一份都写明上一份的指纹，前后相接。</translation>
    </message>
    <message>
        <source>Signed amendments</source>
        <translation>已签名的更正</translation>
    </message>
    <message>
        <source>Save the file again…</source>
        <translation>重新保存文件…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What was wrong, and what is right</source>
        <translation>哪里有误，正确的是什么</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>为什么撤回</translation>
    </message>
    <message>
        <source>What experts should know (may stay empty)</source>
        <translation>需要让专家知道的话（可不填）</translation>
    </message>
    <message>
        <source>the terms</source>
        <translation>条款</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>Sign amendment {number}?</source>
        <translation>签发第 {number} 号更正？</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back, and everybody gets it; a mistake in it takes another amendment.</source>
        <translation>签发后不能收回，每位专家都会收到；若其中有误，只能再发一份更正。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>amendment-{number}.amend</source>
        <translation>更正-{number}.amend</translation>
    </message>
    <message>
        <source>Amendment (*.amend)</source>
        <translation>更正 (*.amend)</translation>
    </message>
    <message>
        <source>Amendment {number} saved: {name}</source>
        <translation>第 {number} 号更正已保存：{name}</translation>
    </message>
    <message>
        <source>Send it to every expert; they drop it on the program.</source>
        <translation>请发给每一位专家，拖进程序即可。</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Outcome…</source>
        <translation>处理结果…</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>The answer, with its reason</source>
        <translation>答复及理由</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What follows from an upheld one, a case set aside, is done by itself below.</source>
        <translation>异议成立之后的处理（移出案例）请在下面另行操作。</translation>
    </message>
    <message>
        <source>Answer to objection {number}</source>
        <translation>答复第 {number} 条异议</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Save {name}…</source>
        <translation>另存 {name}…</translation>
    </message>
    <message>
        <source>Check a file…</source>
        <translation>核验文件…</translation>
    </message>
    <message>
        <source>Write the archive…</source>
        <translation>写出档案…</translation>
    </message>
    <message>
        <source>Archive and check</source>
        <translation>归档与核验</translation>
    </message>
    <message>
        <source>The archive that was written is checked at once. Other archives, certificates and box records can be dropped here, too.</source>
        <translation>档案写出后立即核验。其他档案、证书和票箱记录也可拖到这里核验。</translation>
    </message>
    <message>
        <source>Go to the ballot box</source>
        <translation>前往票箱</translation>
    </message>
    <message>
        <source>There is no result yet.</source>
        <translation>还没有结果。</translation>
    </message>
    <message>
        <source>The archive is written once the ballot box has been opened.</source>
        <translation>开箱之后才能写出档案。</translation>
    </message>
    <message>
        <source>Go to the results</source>
        <translation>前往结果</translation>
    </message>
    <message>
        <source>In it, for everybody</source>
        <translation>档案里有，人人可见</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>档案里没有</translation>
    </message>
    <message>
        <source>Check it, as anyone can</source>
        <translation>核验（人人都能做）</translation>
    </message>
    <message>
        <source>To the check</source>
        <translation>查看核验</translation>
    </message>
    <message numerus="yes">
        <source>Keys of the %n auditor(s):</source>
        <translation>
            <numerusform>%n 位审计人的公钥：</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted, not confirmed</source>
        <translation>已计分，尚未确认</translation>
    </message>
    <message>
        <source>Proposed, not final</source>
        <translation>拟定，尚未最终确定</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>已最终确定</translation>
    </message>
    <message>
        <source>The public draw that the rule names hasn&apos;t been entered. Enter it with the results first.</source>
        <translation>规则所指的公开抽取结果还没有录入。请先到“结果”页录入。</translation>
    </message>
    <message>
        <source>The result is final, and the archive says so.</source>
        <translation>结果已最终确定，档案会写明。</translation>
    </message>
    <message>
        <source>The result isn&apos;t final yet: objections may still change it. An archive written now says that; write it again once the result is final.</source>
        <translation>结果还没有最终确定，异议仍可能改变它。现在写出的档案会写明这一点；最终确定后请重新写出。</translation>
    </message>
    <message>
        <source>The result hasn&apos;t been confirmed. Writing the archive confirms and seals it, without a notice for objections. To hold one, confirm it with the results first.</source>
        <translation>结果还没有确认。写出档案即确认并封存，不再公示、不征集异议。若要公示，请先到“结果”页确认。</translation>
    </message>
    <message>
        <source>Seal the result without a notice?</source>
        <translation>不公示就封存结果？</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back: the round is sealed, and nobody was asked for objections.</source>
        <translation>此举无法撤回：本轮就此封存，而且没有征集过异议。</translation>
    </message>
    <message>
        <source>Seal and write</source>
        <translation>封存并写出</translation>
    </message>
    <message>
        <source>{title}.results</source>
        <translation>{title}.results</translation>
    </message>
    <message>
        <source>Results archive (*.results)</source>
        <translation>结果档案 (*.results)</translation>
    </message>
    <message numerus="yes">
        <source>The archive is written, with %n sheet(s) stated.</source>
        <translation>
            <numerusform>档案已写出，列明 %n 份评分表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish it with the thumbprint of the key beside it.</source>
        <translation>公布时请一并公布公钥指纹。</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>正在写出档案</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>It opens in any browser and asks the network for nothing. The archive holds it, too.</source>
        <translation>任何浏览器都能打开，不访问网络。档案里也有一份。</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Files to check (*.results *.pdf *.jws *.txt)</source>
        <translation>可核验的文件 (*.results *.pdf *.jws *.txt)</translation>
    </message>
    <message>
        <source>{name} is written and was checked as anybody can. {verdict}</source>
        <translation>{name} 已写出，并按人人都能做的方式核验过。{verdict}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在核验</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Everything this program opens (*.casepkg *.card *.txt *.amend *.scorebackup *.results *.pdf)</source>
        <translation>本程序能打开的文件 (*.casepkg *.card *.txt *.amend *.scorebackup *.results *.pdf)</translation>
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
    <name>AsideForm</name>
    <message>
        <source>Case to set aside</source>
        <translation>要移出的案例</translation>
    </message>
    <message>
        <source>Choose a case…</source>
        <translation>选择案例…</translation>
    </message>
    <message>
        <source>Reason, published</source>
        <translation>理由（将公布）</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The archive and the report print the reason: don&apos;t write who objected.</source>
        <translation>理由写入档案和报告：请不要写谁提出了异议。</translation>
    </message>
    <message>
        <source>The archive prints the reason word for word: don&apos;t write who objected, nor the title, organisation or recipient of a case that doesn&apos;t win.</source>
        <translation>理由原文写入档案：请不要写谁提出了异议，也不要写未入选案例的名称、单位或获奖对象。</translation>
    </message>
</context>
<context>
    <name>AsidePanel</name>
    <message>
        <source>Set a case aside…</source>
        <translation>移出一个案例…</translation>
    </message>
    <message>
        <source>Cases set aside</source>
        <translation>移出的案例</translation>
    </message>
    <message>
        <source>A case that must not win after all is taken out, and the sheets are counted without it: the next one moves up. Case and reason are published.</source>
        <translation>不应获奖的案例可以移出，评分表照样计算，后面的依次递补。案例与理由都会公布。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>移回</translation>
    </message>
</context>
<context>
    <name>AskingPanel</name>
    <message>
        <source>Wanted back by</source>
        <translation>请于此日前寄回</translation>
    </message>
    <message>
        <source>Where the form goes</source>
        <translation>表格寄往何处</translation>
    </message>
    <message>
        <source>Where the form goes: address, telephone</source>
        <translation>表格寄往何处：地址、电话</translation>
    </message>
    <message>
        <source>Letter and form…</source>
        <translation>约稿信与表格…</translation>
    </message>
    <message>
        <source>For the author of this winner, as Word documents</source>
        <translation>给本案例的撰写人，Word 文档</translation>
    </message>
    <message>
        <source>For all still missing…</source>
        <translation>尚缺的全部生成…</translation>
    </message>
    <message>
        <source>Letter and form for each winner without words</source>
        <translation>为每个还没有推荐语的获奖案例生成信与表格</translation>
    </message>
    <message>
        <source>Read a form that came back…</source>
        <translation>读入寄回的表格…</translation>
    </message>
    <message>
        <source>Asking the authors</source>
        <translation>约请撰写</translation>
    </message>
    <message>
        <source>A form that came back can also be dropped here; it knows its case.</source>
        <translation>寄回的表格也可直接拖到这里；它知道自己属于哪个案例。</translation>
    </message>
    <message>
        <source>{case}-letter</source>
        <translation>{case} 约稿信</translation>
    </message>
    <message>
        <source>{case}-form</source>
        <translation>{case} 推荐语表格</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing letters</source>
        <translation>正在写信函</translation>
    </message>
    <message>
        <source>Folder for the letters</source>
        <translation>存放信函的文件夹</translation>
    </message>
    <message>
        <source>Returned forms (*.docx)</source>
        <translation>寄回的表格 (*.docx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) read.</source>
        <translation>
            <numerusform>已读入 %n 份表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading forms</source>
        <translation>正在读入表格</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Add a file…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>⚠ {name}</source>
        <translation>⚠ {name}</translation>
    </message>
    <message>
        <source>{name} (kept)</source>
        <comment>a file that experts don&apos;t get</comment>
        <translation>{name}（留存）</translation>
    </message>
    <message>
        <source>Add this file…</source>
        <translation>添加这个文件…</translation>
    </message>
    <message>
        <source>Kept as it was handed in; experts don&apos;t get it.</source>
        <translation>照原样留存，不会发给专家。</translation>
    </message>
    <message>
        <source>To show it to them, save a copy, turn that into a PDF, and add the PDF here.</source>
        <translation>要让专家看到，请另存一份，转成 PDF，再把 PDF 添加到这里。</translation>
    </message>
    <message>
        <source>There are no attachments.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>Drop a PDF or a picture here, or add a file.</source>
        <translation>把 PDF 或图片拖到这里，或点“添加附件”。</translation>
    </message>
    <message>
        <source>The file itself is kept here as it was handed in. Experts don&apos;t get it.</source>
        <translation>原文件已照原样留存在这里，不会发给专家。</translation>
    </message>
    <message>
        <source>Only its name is kept here: the file is too large.</source>
        <translation>这里只留下了文件名：文件太大，未能留存。</translation>
    </message>
    <message>
        <source>{name} · {size}</source>
        <comment>an attachment</comment>
        <translation>{name} · {size}</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>已另存一份。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Replace by a PDF…</source>
        <translation>换成 PDF…</translation>
    </message>
    <message>
        <source>PDF and pictures (*.pdf *.png *.jpg *.jpeg)</source>
        <translation>PDF 与图片 (*.pdf *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>on the roster</source>
        <translation>人在册</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Institutions named more than once</source>
        <translation>出现不止一次的单位</translation>
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
    <name>BigTally</name>
    <message numerus="yes">
        <source>%n to vote</source>
        <translation>
            <numerusform>还有 %n 人未投</numerusform>
        </translation>
    </message>
    <message>
        <source>half</source>
        <translation>过半</translation>
    </message>
</context>
<context>
    <name>BoxPage</name>
    <message>
        <source>Close intake…</source>
        <translation>停止接收…</translation>
    </message>
    <message>
        <source>Save the opening record…</source>
        <translation>保存开箱记录…</translation>
    </message>
    <message>
        <source>Save the record and hand it out before the box is opened.</source>
        <translation>请保存票箱记录，在开箱之前发给各方。</translation>
    </message>
    <message numerus="yes">
        <source>It can&apos;t be taken back, unless fewer than %n sheet(s) are accepted: then nothing opened is kept.</source>
        <translation>
            <numerusform>开箱不可撤回；只有计入的评分表不足 %n 份时例外，那时打开的内容一概不留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The box record was saved on {time}: everybody present should have it by now.</source>
        <translation>票箱记录已于 {time} 保存：在场各方此时应已拿到。</translation>
    </message>
    <message>
        <source>The box record hasn&apos;t been saved, so nobody can have it: later nobody can check that no sheet came or went. Save it and hand it out first.</source>
        <translation>票箱记录还没有保存，谁也不可能拿到；开箱之后，就没有人能查对评分表是否有增减。请先保存并发给各方。</translation>
    </message>
    <message>
        <source>Nobody is noted as present; names can&apos;t be added later.</source>
        <translation>尚未登记到场人；开箱后不能补登。</translation>
    </message>
    <message numerus="yes">
        <source>Open the box with %n sheet(s) in it?</source>
        <translation>
            <numerusform>箱中有评分表 %n 份，确定开箱吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the box</source>
        <translation>开箱</translation>
    </message>
    <message>
        <source>Go on to the results</source>
        <translation>前往结果</translation>
    </message>
    <message>
        <source>Open the box…</source>
        <translation>开箱…</translation>
    </message>
    <message>
        <source>Ballot box</source>
        <translation>票箱</translation>
    </message>
    <message>
        <source>Go to the case package</source>
        <translation>前往案例包</translation>
    </message>
    <message>
        <source>The box is set up when the case package is built.</source>
        <translation>案例包制作完成后，票箱才会启用。</translation>
    </message>
    <message>
        <source>After that, drop the experts&apos; score sheets here as they arrive.</source>
        <translation>此后收到专家的评分表，拖到这里即可。</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>正在收件</translation>
    </message>
    <message>
        <source>Intake is closed; the box has not been opened</source>
        <translation>已停止接收，尚未开箱</translation>
    </message>
    <message numerus="yes">
        <source>Opened: %n sheet(s) accepted</source>
        <translation>
            <numerusform>已开箱：计入 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking sheets in</source>
        <translation>正在收入评分表</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) taken in as late.</source>
        <translation>
            <numerusform>%n 份作为迟到收下。</numerusform>
        </translation>
    </message>
    <message>
        <source>Intake is closed: they are kept sealed and do not count.</source>
        <translation>已停止接收：它们原样密封保存，不计入。</translation>
    </message>
    <message>
        <source>Score sheets (*.scoresheet)</source>
        <translation>评分表 (*.scoresheet)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>A folder with sheets</source>
        <translation>装有评分表的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Close intake with %n sheet(s) in the box?</source>
        <translation>
            <numerusform>箱中有 %n 份评分表，现在停止接收吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>It can&apos;t be taken back: sheets that come later do not count, and no card can be withdrawn any more.</source>
        <translation>停止后不能恢复：再来的评分表不计入，也不能再作废评分卡。</translation>
    </message>
    <message>
        <source>Close intake</source>
        <translation>停止接收</translation>
    </message>
    <message>
        <source>Intake is closed and the record is signed.</source>
        <translation>已停止接收，记录已签署。</translation>
    </message>
    <message>
        <source>Opening the box</source>
        <translation>正在开箱</translation>
    </message>
    <message numerus="yes">
        <source>The box is open: %n sheet(s) accepted.</source>
        <translation>
            <numerusform>票箱已开：计入 %n 份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the record of the opening for those present.</source>
        <translation>请为在场的人保存一份开箱记录。</translation>
    </message>
    <message>
        <source>box-record.jws</source>
        <translation>票箱记录.jws</translation>
    </message>
    <message>
        <source>Signed box record (*.jws)</source>
        <translation>签名的票箱记录 (*.jws)</translation>
    </message>
    <message>
        <source>box-record.pdf</source>
        <translation>票箱记录.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page to print and sign (*.pdf)</source>
        <translation>打印签字页 (*.pdf)</translation>
    </message>
    <message>
        <source>Signed record (*.jws)</source>
        <translation>签名的记录 (*.jws)</translation>
    </message>
    <message>
        <source>opening.pdf</source>
        <translation>开箱记录.pdf</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>delivery-codes.pdf</source>
        <translation>收件码清单.pdf</translation>
    </message>
    <message>
        <source>The list of delivery codes is on the clipboard.</source>
        <translation>收件码清单已复制到剪贴板。</translation>
    </message>
    <message>
        <source>sheets.csv</source>
        <translation>评分表去向.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>BoxState</name>
    <message>
        <source>accepted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Signed by an issued card, complete, and the latest of its card: it counts.</source>
        <translation>由发出的评分卡签名、内容完整、是该卡最新的一版：计入结果。</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>The same card sent a later revision; only that one counts.</source>
        <translation>同一张卡后来交了更高的一版，只计那一版。</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>版本冲突</translation>
    </message>
    <message>
        <source>One card signed two different sheets of the same revision; neither counts.</source>
        <translation>同一张卡的同一版有两份内容不同的评分表，两份都不计。</translation>
    </message>
    <message>
        <source>Nobody can say which was meant. Somebody else may have had the card: tell the witnesses.</source>
        <translation>无从判断哪一份是本意，也可能有别人用了这张卡：请告知见证人。</translation>
    </message>
    <message>
        <source>same again</source>
        <translation>重复收到</translation>
    </message>
    <message>
        <source>The same signed scores came in another envelope; they count once.</source>
        <translation>同一份签名的分数装在另一个信封里又寄来一次，只计一次。</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Came after intake was closed. It was kept sealed and does not count.</source>
        <translation>停止接收之后才到。原样密封保存，不计入。</translation>
    </message>
    <message>
        <source>Tell the experts that some sheets came too late; nobody knows whose.</source>
        <translation>可以告知全体专家有评分表来迟了；没有人知道是谁的。</translation>
    </message>
    <message>
        <source>withdrawn card</source>
        <translation>评分卡已作废</translation>
    </message>
    <message>
        <source>Signed by a card that was withdrawn before intake was closed.</source>
        <translation>签名的评分卡在停止接收之前已经作废。</translation>
    </message>
    <message>
        <source>Expected where a lost card was found after all; otherwise tell the witnesses.</source>
        <translation>遗失的卡后来找到、又被使用，就会这样；否则请告知见证人。</translation>
    </message>
    <message>
        <source>not a sheet</source>
        <translation>不是评分表</translation>
    </message>
    <message>
        <source>The file is not a score sheet.</source>
        <translation>这个文件不是评分表。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Whole on arrival, yet it does not open, or what is inside does not hold.</source>
        <translation>收到时是完整的，却打不开，或里面的内容对不上。</translation>
    </message>
    <message>
        <source>Made or changed by another program. Keep the file, and tell the witnesses.</source>
        <translation>可能由别的程序制作或改动过。请保留原文件，并告知见证人。</translation>
    </message>
    <message>
        <source>unknown version</source>
        <translation>版本未知</translation>
    </message>
    <message>
        <source>Made by a version of the program that this one does not know.</source>
        <translation>由本程序不认识的版本制作。</translation>
    </message>
    <message>
        <source>Open the box with the newest version of the program.</source>
        <translation>请用最新版的程序开箱。</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Larger inside than all sheets of this round are.</source>
        <translation>里面的内容比本轮评分表统一的大小还大。</translation>
    </message>
    <message>
        <source>other round</source>
        <translation>其他轮次</translation>
    </message>
    <message>
        <source>Signed for another round of scoring.</source>
        <translation>是为另一轮评分签名的。</translation>
    </message>
    <message>
        <source>Somebody used an old card or an old package.</source>
        <translation>有人用了旧的评分卡或旧的案例包。</translation>
    </message>
    <message>
        <source>other terms</source>
        <translation>条款不同</translation>
    </message>
    <message>
        <source>Scored in a package with other terms than the one that was sent out.</source>
        <translation>评分所用案例包的条款与发出的不同。</translation>
    </message>
    <message>
        <source>Compare the fingerprint of the package with the experts: somebody had a different one.</source>
        <translation>请与专家核对案例包的指纹：有人拿到的不是同一个包。</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不在名单</translation>
    </message>
    <message>
        <source>Signed by a card that was never issued for this round.</source>
        <translation>签名的卡不是本轮发出的。</translation>
    </message>
    <message>
        <source>It can&apos;t be made to count. Tell the witnesses.</source>
        <translation>无法计入。请告知见证人。</translation>
    </message>
    <message>
        <source>bad signature</source>
        <translation>签名不成立</translation>
    </message>
    <message>
        <source>The signature does not belong to the scores.</source>
        <translation>签名与分数对不上。</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>A case or a criterion has no score, no recusal and no abstention.</source>
        <translation>有案例或指标既没有分数，也没有回避或弃权。</translation>
    </message>
    <message>
        <source>The program exports no such sheet: it was made by another one.</source>
        <translation>本程序不会导出这样的评分表，它出自别的程序。</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>分数越界</translation>
    </message>
    <message>
        <source>A score is not on the scale.</source>
        <translation>有分数不在量表之内。</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>This page takes no files of this kind.</source>
        <translation>这一页不收这类文件。</translation>
    </message>
    <message>
        <source>Nominations are taken in on their own page, sheets in the ballot box.</source>
        <translation>申报材料请拖到“申报”页，评分表请拖到“票箱”页。</translation>
    </message>
    <message>
        <source>There is no recovery kit yet. Make one?</source>
        <translation>还没有恢复单。现在制作吗？</translation>
    </message>
    <message>
        <source>If this computer is lost, nobody can open the campaign&apos;s secrets again without it.</source>
        <translation>没有它，这台电脑一旦丢失，就再没有人能打开这次评选的密钥和票箱。</translation>
    </message>
    <message>
        <source>To the recovery kit</source>
        <translation>去看恢复单</translation>
    </message>
</context>
<context>
    <name>CandidatesView</name>
    <message>
        <source>Set up the scoring round</source>
        <translation>去设立评分轮</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By lot</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>May stay empty: a public draw (name, number, date)</source>
        <translation>可以不填：以哪一次公开开奖为准（名称、期号、日期）</translation>
    </message>
    <message>
        <source>Which public draw decides</source>
        <translation>以哪一次公开开奖为准</translation>
    </message>
    <message>
        <source>Announce the lot</source>
        <translation>公告抽签</translation>
    </message>
    <message>
        <source>Result of the draw</source>
        <translation>开奖结果</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Nominating body</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Frozen candidates</source>
        <translation>已固定的候选案例</translation>
    </message>
    <message>
        <source>Print the list (PDF)…</source>
        <translation>打印名单（PDF）…</translation>
    </message>
    <message>
        <source>Export as a table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Freeze anew…</source>
        <translation>重新固定…</translation>
    </message>
    <message>
        <source>The order is that of the published list, and of what must have one order. A lot keeps anybody from choosing who comes first. Each expert reads the cases in an order of their own.</source>
        <translation>这是公布的名单的次序，凡需要统一次序之处都用它。抽签定序，谁也不能挑选谁排在前面。专家读到的次序则各不相同。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Round {number} is still open, so decisions can change. Close it once they stand.</source>
        <translation>第 {number} 轮还没有结束，决定仍可能改变。定下来之后请结束这一轮。</translation>
    </message>
    <message>
        <source>The list isn&apos;t frozen yet.</source>
        <translation>名单还没有固定。</translation>
    </message>
    <message>
        <source>There is no case yet. Accept nominations first.</source>
        <translation>还没有案例。请先受理申报。</translation>
    </message>
    <message>
        <source>The list is frozen for a scoring round. Set one up first: criteria, counting rule, least number of sheets and what is published are decided there.</source>
        <translation>候选名单是为评分轮固定的。请先设立评分轮：评分标准、计分规则、有效评分表的最少份数和公布范围都在那里决定。</translation>
    </message>
    <message>
        <source>The list went into the package; it is fixed for good.</source>
        <translation>名单已写入案例包，不再改变。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are on hold: keep or drop them, then the list can be frozen.</source>
        <translation>
            <numerusform>还有 %n 个案例待定。作出保留或淘汰的决定后，才能固定名单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions have changed since the list was frozen. Freeze it again.</source>
        <translation>名单固定之后决定有了变动，请重新固定。</translation>
    </message>
    <message>
        <source>The list is frozen. It can be frozen anew until the package is built.</source>
        <translation>名单已固定。打包之前还可以重新固定。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will be on the list.</source>
        <translation>
            <numerusform>将有 %n 个案例列入名单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by id.</source>
        <translation>按编号排列。</translation>
    </message>
    <message>
        <source>drawn by the program at random</source>
        <translation>程序随机抽取</translation>
    </message>
    <message>
        <source>given by the organizer</source>
        <translation>组织方给出</translation>
    </message>
    <message>
        <source>Order by lot, from this number: {seed} ({source}). The same number always gives the same order, so anybody can check it (sorted by the SHA-256 of &quot;number.case id&quot;).</source>
        <translation>抽签定序，抽签数：{seed}（{source}）。同一个数总是排出同一次序，所以人人可以核对（按“抽签数.案例编号”的 SHA-256 值排列）。</translation>
    </message>
    <message>
        <source>May stay empty: result of that draw</source>
        <translation>可以不填：那次开奖的结果</translation>
    </message>
    <message>
        <source>Both fields may stay empty: the program then draws a number at random, and the log keeps it. Or announce a draw that is still to come.</source>
        <translation>两栏都可以不填：由程序随机抽一个数，并记入日志。也可以公告一次尚未开出的公开开奖。</translation>
    </message>
    <message>
        <source>Announced: {source}. Type its result, then freeze the list.</source>
        <translation>已公告：{source}。开奖后填写结果，再固定名单。</translation>
    </message>
    <message numerus="yes">
        <source>The list of %n candidate(s) is frozen.</source>
        <translation>
            <numerusform>名单已固定，共 %n 个候选案例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidates.pdf</source>
        <translation>候选名单.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Candidates.csv</source>
        <translation>候选名单.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已写好 {name}。</translation>
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
    <name>CardsPart</name>
    <message>
        <source>Cards for experts</source>
        <translation>专家用卡</translation>
    </message>
    <message>
        <source>Cards in reserve</source>
        <translation>备用卡</translation>
    </message>
    <message>
        <source>Draw all cards again…</source>
        <translation>全部重新抽卡…</translation>
    </message>
    <message>
        <source>Did printing fail, or are there too few? Until the package is built all cards can be drawn again.</source>
        <translation>印坏了，或者不够用？在案例包制成之前，可以全部重新抽卡。</translation>
    </message>
    <message>
        <source>You choose an empty folder. It gets {pdf}, one page a card to print, fold and seal, and {files}, a small file a card for experts without paper. Delete both once the cards are handed out: they are kept nowhere else.</source>
        <translation>请选一个空文件夹。其中将写入 {pdf}（每卡一页，供打印、折叠、封口）和 {files}（每卡一个小文件，供不用纸卡的专家）。发完卡后请把两者都删除；别处没有留存。</translation>
    </message>
    <message>
        <source>Eight digits on the stub</source>
        <translation>存根上的八位编号</translation>
    </message>
    <message>
        <source>Name on the stub of the lost card</source>
        <translation>遗失卡的存根编号</translation>
    </message>
    <message>
        <source>Withdraw the card…</source>
        <translation>作废这张卡…</translation>
    </message>
    <message>
        <source>Lost cards that nobody can name</source>
        <translation>说不出编号的遗失卡</translation>
    </message>
    <message>
        <source>Keep the count</source>
        <translation>记下张数</translation>
    </message>
    <message>
        <source>A card is lost</source>
        <translation>评分卡遗失</translation>
    </message>
    <message>
        <source>How to return the sheet stands on the page &quot;Sign and export&quot; and in the cover letter.</source>
        <translation>交回评分表的方法见“签名导出”一页与说明信。</translation>
    </message>
    <message>
        <source>and in reserve</source>
        <translation>另加备用</translation>
    </message>
    <message>
        <source>The stub stays with the expert who has the card; ask for its eight digits. With them the card is worthless; its sheet, if one came, won&apos;t count. Then hand out any sealed envelope of the reserve. Don&apos;t ask and don&apos;t note whose it was: the stub is enough.</source>
        <translation>存根在持卡专家手里，请对方报出上面的八位编号。凭编号作废之后，该卡即告失效，它的评分表即使已经交来也不计入。然后从备用卡中任发一封。不要问、也不要记是谁的：有编号就够了。</translation>
    </message>
    <message>
        <source>Without the stub the card can&apos;t be found among the others. Hand out a reserve card and count the lost one here: it stands in the signed box record as one that may have been used twice.</source>
        <translation>没有存根：无法从其他卡中找出它。请发一张备用卡，并在这里计入遗失张数；票箱记录会写明，它可能造成一次重复投票。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are on the panel. Reserve cards look like all others.</source>
        <translation>
            <numerusform>评议会有 %n 人。备用卡与其他卡外观完全相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are on the roster. Reserve cards look like all others.</source>
        <translation>
            <numerusform>名册上有 %n 人。备用卡与其他卡外观完全相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>The roster is still empty; cards can be drawn without it. Reserve cards look like all others.</source>
        <translation>名册还是空的，没有名册也可以抽卡。备用卡与其他卡外观完全相同。</translation>
    </message>
    <message>
        <source>Choose an empty folder for the cards</source>
        <translation>为评分卡选一个空文件夹</translation>
    </message>
    <message>
        <source>Draw all cards again?</source>
        <translation>要全部重新抽卡吗？</translation>
    </message>
    <message>
        <source>Every card drawn so far becomes worthless, printed or not. Destroy them all, the reserve too.</source>
        <translation>此前抽取的每一张卡，无论是否已经印出，都将失效。请连同备用卡全部销毁。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽卡</translation>
    </message>
    <message>
        <source>Ballot card: {title} {edition}</source>
        <translation>评分卡：{title} {edition}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are drawn.</source>
        <translation>
            <numerusform>已抽取 %n 张评分卡。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print {pdf} now, before a witness, and delete it afterwards.</source>
        <translation>请现在当着见证人打印 {pdf}，随后删除。</translation>
    </message>
    <message>
        <source>Drawing cards</source>
        <translation>正在抽卡</translation>
    </message>
    <message>
        <source>Withdraw the card {lookup}?</source>
        <translation>要作废评分卡 {lookup} 吗？</translation>
    </message>
    <message>
        <source>No sheet of this card will count. Neither the withdrawal nor edits made before it can be undone, and its number is published.</source>
        <translation>用这张卡的评分表都不计入。作废本身和此前的修改都不能撤销，作废的数目会公布。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The card is withdrawn.</source>
        <translation>这张卡已作废。</translation>
    </message>
    <message>
        <source>Hand out a sealed envelope of the reserve. If the package is out already, send an amendment, too.</source>
        <translation>请发给一个密封的备用信封。若案例包已经发出，请另发一份更正。</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Safekeeping</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>One page with a code, and a passphrase that you write on it by hand. With it, and with the campaign&apos;s folder or a backup, another computer opens this campaign when this one is lost. A backup counts as the folder: whoever has the page, the passphrase and either of them can open everything and sign in the organizer&apos;s name. Lock the page away, and destroy it once the result stands.</source>
        <translation>一页纸，上面有二维码，口令由您亲手写上。这台电脑丢失后，凭恢复单、口令和评选文件夹（或备份），可以在另一台电脑上重新打开评选。备份等于文件夹：恢复单和口令在手，再有其中任何一样，就能打开一切，以组织方名义签字。请把恢复单锁好，结果确定后销毁。</translation>
    </message>
    <message>
        <source>Make a recovery kit…</source>
        <translation>制作恢复单…</translation>
    </message>
    <message>
        <source>Bring the key back with a recovery kit…</source>
        <translation>用恢复单找回钥匙…</translation>
    </message>
    <message>
        <source>Bring the key back</source>
        <translation>找回钥匙</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Everything in the campaign&apos;s folder goes into one sealed file: nominations with their attachments, decisions, cards&apos; public parts, ballot boxes, secrets. It opens on this computer or with the recovery kit, or with a passphrase of its own. Keep it on another disk.</source>
        <translation>评选文件夹里的全部内容装进一个密封的文件：申报材料和附件、遴选决定、评分卡的公开部分、票箱、组织方密钥。它只能在这台电脑上打开，或凭恢复单打开；也可以另设口令。请存放在另一块磁盘上。</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Back up under a passphrase…</source>
        <translation>用口令密封备份…</translation>
    </message>
    <message>
        <source>The backup can be opened with what is on paper.</source>
        <translation>凭纸上的口令可以打开这份备份。</translation>
    </message>
    <message>
        <source>Bring a campaign back</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>A backup is unpacked into an empty folder and verified. The campaign that is open here stays as it is.</source>
        <translation>备份会解到一个空文件夹里并逐项验证。当前打开的评选不受影响。</translation>
    </message>
    <message>
        <source>Last made on {day}.</source>
        <translation>上次制作：{day}。</translation>
    </message>
    <message>
        <source>Not made yet. If this computer is lost, so is the campaign.</source>
        <translation>尚未制作。这台电脑一旦丢失，评选就打不开了。</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>再制作一份…</translation>
    </message>
    <message>
        <source>Last backed up on {day}.</source>
        <translation>上次备份：{day}。</translation>
    </message>
    <message>
        <source>Not backed up yet.</source>
        <translation>尚未备份。</translation>
    </message>
    <message>
        <source>There is a passphrase on this page that is shown only once.</source>
        <translation>这一页上的口令只显示这一次。</translation>
    </message>
    <message>
        <source>Write it down and type it once, or give it up.</source>
        <translation>请先抄到纸上并照着输入一遍，或者放弃它。</translation>
    </message>
    <message>
        <source>Recovery kit.pdf</source>
        <translation>恢复单.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{name} is saved: kit {number}. Print it, and write this passphrase into the boxes on the page, or on another sheet. It is shown this once and stands in no file.</source>
        <translation>已保存 {name}，恢复单编号 {number}。请打印，并把下面的口令写进纸上的方格，或写在另一张纸上。口令只显示这一次，不存入任何文件。</translation>
    </message>
    <message>
        <source>Making a recovery kit</source>
        <translation>正在制作恢复单</translation>
    </message>
    <message>
        <source>The recovery kit is complete.</source>
        <translation>恢复单制作完成。</translation>
    </message>
    <message>
        <source>Lock it away, apart from this computer.</source>
        <translation>请锁好，不要和这台电脑放在一起。</translation>
    </message>
    <message>
        <source>This kit was given up: nobody knows its passphrase now.</source>
        <translation>这份恢复单已放弃，它的口令再没有人知道。</translation>
    </message>
    <message>
        <source>Destroy the page that was saved, and make another.</source>
        <translation>请删掉已保存的那一页，另做一份。</translation>
    </message>
    <message>
        <source>For a campaign whose key this computer doesn&apos;t have: after moving its folder here, or after the system was set up anew.</source>
        <translation>适用于这台电脑上没有钥匙的情况：评选文件夹刚搬过来，或重装了系统。</translation>
    </message>
    <message>
        <source>The passphrase that opens this campaign&apos;s keys is {passphrase}</source>
        <translation>这次评选的组织方密钥，口令是 {passphrase}</translation>
    </message>
    <message>
        <source>Write it down: it is asked for whenever a secret is needed.</source>
        <translation>请记下来，用到密钥时会要求输入。</translation>
    </message>
    <message>
        <source>The key is back, and kept on this computer.</source>
        <translation>钥匙已找回，并保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Opening the recovery kit</source>
        <translation>正在打开恢复单</translation>
    </message>
    <message>
        <source>Backup of a campaign (*{ending})</source>
        <translation>评选备份 (*{ending})</translation>
    </message>
    <message numerus="yes">
        <source>Backed up: %n file(s) in {name}, {size}.</source>
        <translation>
            <numerusform>已备份 %n 个文件到 {name}，共 {size}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it on another disk.</source>
        <translation>请存放到另一块磁盘上。</translation>
    </message>
    <message>
        <source>Write this passphrase down, apart from the backup. It is shown this once.</source>
        <translation>请抄下口令，与备份分开保管。口令只显示这一次。</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
</context>
<context>
    <name>CaseChoice</name>
    <message>
        <source>{rank}  {title}</source>
        <translation>{rank}  {title}</translation>
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
        <source>Search cases and texts  Ctrl+F</source>
        <translation>搜索案例与正文  Ctrl+F</translation>
    </message>
    <message>
        <source>Search titles, numbers, dossiers and attachments</source>
        <translation>搜索标题、编号、正文与附件</translation>
    </message>
    <message>
        <source>Show &quot;All&quot;</source>
        <translation>显示“全部”</translation>
    </message>
    <message>
        <source>All words must occur; &quot;words in quotation marks&quot; stand together. Enter: next hit. Esc: clear.</source>
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
        <source>&quot;{query}&quot; has not been found yet. More texts are being read.</source>
        <translation>暂未找到“{query}”，其余文字仍在读取。</translation>
    </message>
    <message>
        <source>&quot;{query}&quot; is in no title, dossier or attachment. Try fewer or shorter words; all of them must occur.</source>
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
    <name>CaseView</name>
    <message>
        <source>‹ Ranking</source>
        <translation>‹ 排名</translation>
    </message>
    <message>
        <source>‹ Previous</source>
        <translation>‹ 上一个</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>下一个 ›</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与何者比较</translation>
    </message>
    <message>
        <source>Total on every sheet</source>
        <translation>每份评分表的总分</translation>
    </message>
    <message>
        <source>Scores by criterion, and their mean</source>
        <translation>各项指标的分数与平均</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一案例</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sheets behind the score</source>
        <translation>得分背后的评分表</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与另一案例比较…</translation>
    </message>
    <message>
        <source>{rank}  {title}</source>
        <translation>{rank}  {title}</translation>
    </message>
</context>
<context>
    <name>CeremonyView</name>
    <message>
        <source>Who is present, one name a line</source>
        <translation>到场人，每行一个姓名</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>每行一个姓名</translation>
    </message>
    <message>
        <source>2  Who is present</source>
        <translation>2  登记到场人</translation>
    </message>
    <message>
        <source>The names are signed with the opening: into the log and into a record of the opening. Witnesses from outside are worth more than colleagues.</source>
        <translation>姓名随开箱一起签署，写入日志和开箱记录。外请的见证人比同事更有分量。</translation>
    </message>
    <message>
        <source>3  Open the box</source>
        <translation>3  开箱</translation>
    </message>
    <message>
        <source>Every sheet is opened and ends in exactly one state. It can be cancelled and begun again; no sheet is counted twice.</source>
        <translation>每份评分表都会打开，并且只归入一种去向。可以中途取消再继续，不会有评分表算两次。</translation>
    </message>
    <message>
        <source>{inside} sheets are in; at least {minimum} have to be accepted. With fewer, only the counts are shown, nothing opened is kept, and the box is closed again.</source>
        <translation>箱中有 {inside} 份，至少要有 {minimum} 份有效。不足时只显示各种去向的份数，已打开的内容不保留，票箱重新封闭。</translation>
    </message>
    <message numerus="yes">
        <source>Sheets dropped here now are kept sealed as late: %n so far.</source>
        <translation>
            <numerusform>现在拖到这里的评分表会作为迟到原样密封保存，目前有 %n 份。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>One file each…</source>
        <translation>每份一个文件…</translation>
    </message>
    <message>
        <source>All in one file…</source>
        <translation>存为一个文件…</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Go to the ballot box</source>
        <translation>前往票箱</translation>
    </message>
    <message>
        <source>There are no winners yet.</source>
        <translation>还没有获奖案例。</translation>
    </message>
    <message>
        <source>Their certificates are made once the ballot box has been opened.</source>
        <translation>开箱之后才能制作证书。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>获奖单位</translation>
    </message>
    <message>
        <source>Certificates by number, not by rank</source>
        <translation>证书（按编号，不按名次）</translation>
    </message>
    <message>
        <source>Counted, not confirmed</source>
        <translation>已计分，尚未确认</translation>
    </message>
    <message>
        <source>Proposed, not final</source>
        <translation>拟定，尚未最终确定</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>已最终确定</translation>
    </message>
    <message>
        <source>Preparing the certificates</source>
        <translation>正在准备证书</translation>
    </message>
    <message>
        <source>look of the certificates</source>
        <translation>证书版式</translation>
    </message>
    <message>
        <source>Nothing is drawn until that is mended.</source>
        <translation>解决上面的问题后才会绘制。</translation>
    </message>
    <message>
        <source>Drawing the certificates…</source>
        <translation>正在绘制证书…</translation>
    </message>
    <message>
        <source>The result isn&apos;t final yet: objections may still change who is awarded. Until it is, every page is marked as a draft: hand none out.</source>
        <translation>结果尚未最终确定，可能因异议而变。在此之前每一页都标有“试印”，请勿发出。</translation>
    </message>
    <message>
        <source>Without an English name, so the Chinese one is printed: {names}.</source>
        <translation>以下名称没有英文，将印中文：{names}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) without an English name of recipient or case: the Chinese one is printed. Choose one in the list to type its names at the right.</source>
        <translation>
            <numerusform>有 %n 张证书的获奖者或案例没有英文名，将印中文名。在列表中选中，即可在右侧填写。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) without an English name of recipient or case: the English part then has no salutation, or the Chinese title. Choose one in the list to type its names at the right.</source>
        <translation>
            <numerusform>有 %n 张证书的获奖者或案例没有英文名：英文部分将没有称呼，或印中文案例名。在列表中选中，即可在右侧填写。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Also cases that stay as they were</source>
        <translation>也列出没有变动的案例</translation>
    </message>
    <message>
        <source>Nothing has been decided in this round yet.</source>
        <translation>这一轮还没有作出决定。</translation>
    </message>
    <message>
        <source>What the round changed</source>
        <translation>本轮的变动</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>之前 → 之后</translation>
    </message>
    <message>
        <source>For : against</source>
        <translation>赞成：反对</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>In {into} · out {out} · on hold {held} · as before {stays}</source>
        <translation>进 {into} · 出 {out} · 待定 {held} · 不变 {stays}</translation>
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
    <name>Checks</name>
    <message>
        <source>Show the one that replaces it</source>
        <translation>查看替换它的那一件</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据依据</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n 项数据没有来源。</numerusform>
        </translation>
    </message>
    <message>
        <source>The text seems damaged in places</source>
        <translation>文字似有损坏</translation>
    </message>
    <message>
        <source>Nothing of it could be read.</source>
        <translation>内容无法读出。</translation>
    </message>
    <message>
        <source>Nothing of it could be read. It is kept here as it was handed in.</source>
        <translation>内容无法读出，文件照原样留存在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to settle before it can be accepted.</source>
        <translation>
            <numerusform>还有 %n 处要解决，才能受理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete. It waits for you to accept it.</source>
        <translation>材料齐全，等待受理。</translation>
    </message>
    <message>
        <source>Accepted as case {case}.</source>
        <translation>已受理，案例编号 {case}。</translation>
    </message>
    <message>
        <source>Returned to the nominating body.</source>
        <translation>已退回申报单位。</translation>
    </message>
    <message>
        <source>Replaced by another one. It stays here as it was handed in, and counts for nothing.</source>
        <translation>已由另一件替换。它照原样留在这里，不再参评。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相近案例</translation>
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
        <source>The dossier does not give &quot;{figure}&quot; in these words.</source>
        <translation>正文中没有“{figure}”这一写法。</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>Lost cards that nobody could name</source>
        <translation>说不出编号的遗失卡</translation>
    </message>
    <message>
        <source>Close intake…</source>
        <translation>停止接收…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>To the cards</source>
        <translation>前往评分卡</translation>
    </message>
    <message>
        <source>Close intake</source>
        <translation>停止接收</translation>
    </message>
    <message>
        <source>Closing signs a record of every sheet that is in. It is handed out before the box is opened, so that nobody can add, take out or exchange a sheet unseen. A lost card whose stub is there is withdrawn under &quot;Experts and cards&quot;; one that nobody can name is counted here, as somebody may hold it.</source>
        <translation>停止接收时，会为箱中每一份评分表签署一份记录，并在开箱之前发给各方，这样谁也无法悄悄增加、抽走或替换。遗失的卡若还有存根，请到“专家与评分卡”作废；说不出编号的，在这里记下张数，因为它可能在别人手里。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n card(s) sent no sheet. Withdraw now those whose envelopes lie before you: after closing it can&apos;t be done. Closing goes without it, too.</source>
        <translation>
            <numerusform>至少有 %n 张卡没有交来评分表。信封还在手边的，请现在作废，停止接收之后就不能再办；不作废也可以停止接收。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} · {rows} · read as {encoding}</source>
        <translation>{file} · {rows} · 按 {encoding} 读入</translation>
    </message>
    <message>
        <source>{file} · {rows}</source>
        <translation>{file} · {rows}</translation>
    </message>
    <message>
        <source>no heading</source>
        <translation>无表头</translation>
    </message>
    <message>
        <source>Column {name} is</source>
        <translation>“{name}”一列对应</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不读入</translation>
    </message>
    <message>
        <source>Say which columns are: {fields}</source>
        <translation>请指明这些内容在哪一列：{fields}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between fields</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>What would be taken in</source>
        <translation>将要收取的内容</translation>
    </message>
    <message>
        <source>Case text</source>
        <translation>案例正文</translation>
    </message>
    <message numerus="yes">
        <source>The case text has %n letters or Chinese characters; at least {least} are needed.</source>
        <translation>
            <numerusform>案例正文现有 %n 字，至少需要 {least} 字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in, it waits in the list as it is, for a corrected one or for what you do with it.</source>
        <translation>收下后照原样列入列表，等对方改好，或由您处理。</translation>
    </message>
    <message>
        <source>Take it in as it is: the list then offers what is missing to be completed.</source>
        <translation>可以先照原样收取，之后在申报列表里补全。</translation>
    </message>
    <message>
        <source>It has come in before; what you have done with it stays.</source>
        <translation>以前已经收到；已做的处理不受影响。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>材料齐全。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Attachments: {names}</source>
        <translation>附件：{names}</translation>
    </message>
    <message>
        <source>Not taken over: {names}</source>
        <translation>未收入：{names}</translation>
    </message>
    <message>
        <source>The beginning of the text; the whole is taken in.</source>
        <translation>正文较长，这里只显示开头；收取的是全文。</translation>
    </message>
</context>
<context>
    <name>CommendingView</name>
    <message>
        <source>Winner</source>
        <translation>获奖案例</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>撰写人</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>推荐语</translation>
    </message>
    <message>
        <source>There are no winners.</source>
        <translation>没有获奖案例。</translation>
    </message>
    <message>
        <source>Winners and their words of commendation</source>
        <translation>获奖案例与推荐语</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Leave it empty until the words have come</source>
        <translation>收到之前留空</translation>
    </message>
    <message>
        <source>Words of commendation</source>
        <translation>推荐语</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Written on request by a named author, after the ranking and apart from all sheets. They stand in the announcement, signed with name and post.</source>
        <translation>排名之后请具名者撰写，与评分表无关；在公告中署姓名与职务。</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>待约</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>已约</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已有</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 字</numerusform>
        </translation>
    </message>
    <message>
        <source>Words of commendation need an author.</source>
        <translation>推荐语须有撰写人。</translation>
    </message>
    <message>
        <source>Type a name, or take the words out again.</source>
        <translation>请填写姓名，或把文字删去。</translation>
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
    <name>ConfirmPanel</name>
    <message>
        <source>This will be public</source>
        <translation>将公开</translation>
    </message>
    <message>
        <source>This will not</source>
        <translation>不公开</translation>
    </message>
    <message>
        <source>First day of the notice</source>
        <translation>公示第一天</translation>
    </message>
    <message>
        <source>Last day of the notice</source>
        <translation>公示最后一天</translation>
    </message>
    <message>
        <source>Without a notice</source>
        <translation>不设公示期</translation>
    </message>
    <message>
        <source>Confirm and seal…</source>
        <translation>确认并封存结果…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Confirm the result</source>
        <translation>确认结果</translation>
    </message>
    <message>
        <source>Notice: days on which objections are heard</source>
        <translation>公示期：在此期间受理异议</translation>
    </message>
    <message>
        <source>Confirming seals the round: the count is the proposed result from then on, and stands in the log. It becomes final after the notice.</source>
        <translation>确认即封存本轮：计分结果从此成为拟定结果，并记入日志。公示期满后再宣布最终结果。</translation>
    </message>
    <message>
        <source>First record the public draw.</source>
        <translation>请先登记公开抽取的结果。</translation>
    </message>
    <message>
        <source>A day is missing, or is none.</source>
        <translation>日期缺失，或写法不对。</translation>
    </message>
    <message>
        <source>The notice would end before it begins.</source>
        <translation>公示的结束早于开始。</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>No candidates yet. Accept nominations, or keep cases on the shortlist.</source>
        <translation>还没有候选案例。请先受理申报，或在遴选中保留案例。</translation>
    </message>
    <message>
        <source>What is in the package</source>
        <translation>案例包的内容</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name}（{size}）</translation>
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
    <name>CountingForm</name>
    <message>
        <source>How a case&apos;s score comes about</source>
        <translation>案例得分怎样得出</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Mean without the highest and lowest</source>
        <translation>去掉最高、最低后平均</translation>
    </message>
    <message>
        <source>Mean without a share at each end</source>
        <translation>两端各去掉一定比例后平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Mean corrected for severity</source>
        <translation>校正宽严后的平均</translation>
    </message>
    <message>
        <source>Number of winners</source>
        <translation>获奖名额</translation>
    </message>
    <message>
        <source>Sheets that a case needs for a rank</source>
        <translation>案例排名至少需要的评分表份数</translation>
    </message>
    <message>
        <source>What is still equal in the end</source>
        <translation>最后仍相同者</translation>
    </message>
    <message>
        <source>Shares a rank</source>
        <translation>名次并列</translation>
    </message>
    <message>
        <source>Is decided by lot</source>
        <translation>抽签决定</translation>
    </message>
    <message>
        <source>Public draw for the lot</source>
        <translation>抽签所依的公开开奖</translation>
    </message>
    <message>
        <source>Which public draw, and when; empty: none</source>
        <translation>哪一种公开开奖、何时开奖；留空则不用</translation>
    </message>
    <message>
        <source>For each case by itself: whoever recused from it or abstained isn&apos;t counted.</source>
        <translation>逐个案例计算：对它回避或弃权的专家不算在内。</translation>
    </message>
    <message>
        <source>Score of a case</source>
        <translation>案例得分</translation>
    </message>
    <message>
        <source>Still equal in the end</source>
        <translation>最后仍相同</translation>
    </message>
    <message>
        <source>Per cent left out at each end</source>
        <translation>两端各去掉的百分比</translation>
    </message>
    <message>
        <source>Totals left out at each end</source>
        <translation>两端各去掉的总分个数</translation>
    </message>
    <message>
        <source>% at each end</source>
        <translation>%（两端各）</translation>
    </message>
    <message>
        <source>at each end</source>
        <translation>个（两端各）</translation>
    </message>
</context>
<context>
    <name>CountsPanel</name>
    <message>
        <source>Cards issued</source>
        <translation>已发评分卡</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>of which reserve</source>
        <translation>其中备用</translation>
    </message>
    <message>
        <source>Lost, number unknown</source>
        <translation>遗失而说不出编号</translation>
    </message>
    <message>
        <source>Whoever prints the cards knows them, and could vote with them. An expert would notice by the receipt.</source>
        <translation>印卡的人知道卡号，理论上能用它投票；专家可以凭回执发现。</translation>
    </message>
    <message>
        <source>So count issued, unused and withdrawn cards before a witness; more accepted sheets than cards are refused.</source>
        <translation>所以要在见证人面前清点已发、未用与作废的卡；计入的评分表多于评分卡时，核验不予通过。</translation>
    </message>
    <message>
        <source>Nobody knows who holds which card, as long as nobody writes it down. A list of who has which stub is a list of who gave which scores.</source>
        <translation>只要没有人记下来，就没有人知道谁持有哪张卡。谁拿了哪张存根，记下来就等于记下谁打了哪些分。</translation>
    </message>
    <message>
        <source>1. Watch the printing, folding and sealing; see the files deleted.</source>
        <translation>1. 看着印制、折叠、封口，看着文件删除。</translation>
    </message>
    <message>
        <source>2. Count the envelopes. Shuffle them, reserve and all.</source>
        <translation>2. 清点信封，连同备用卡一起打乱。</translation>
    </message>
    <message>
        <source>3. Let each expert take any envelope; lists of people stay away.</source>
        <translation>3. 请每位专家任取一封；取卡的地方不放名单。</translation>
    </message>
    <message>
        <source>4. Keep the rest under seal. Count it again before the box is opened.</source>
        <translation>4. 剩余的信封封存保管，开箱之前再清点一次。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>All of these are published.</source>
        <translation>以上各项都会公布。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) drawn earlier were replaced by these. They are in no package and are not counted here, not as withdrawn either; the log tells of them.</source>
        <translation>
            <numerusform>此前抽过 %n 张，已被现在这些换掉：不进案例包，也不计入以上各项（包括“已作废”），日志里有记载。</numerusform>
        </translation>
    </message>
    <message>
        <source>What cards can&apos;t do</source>
        <translation>评分卡的限度</translation>
    </message>
    <message>
        <source>For the witness</source>
        <translation>请见证人</translation>
    </message>
</context>
<context>
    <name>CoverBars</name>
    <message>
        <source>{name}: {still_in} of {accepted}</source>
        <translation>{name}：{accepted} 个中留下 {still_in} 个</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Coverage by</source>
        <translation>覆盖情况的分法</translation>
    </message>
    <message>
        <source>By facet</source>
        <translation>按领域</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>按地区</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>按申报途径</translation>
    </message>
    <message>
        <source>By type of body</source>
        <translation>按单位类型</translation>
    </message>
    <message>
        <source>Strong: still in. Faint: accepted.</source>
        <translation>醒目：仍在名单；浅淡：已受理。</translation>
    </message>
    <message>
        <source>{kept} cases kept, {quota} wanted</source>
        <translation>保留 {kept} 个，名额 {quota} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n 个待定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free</source>
        <translation>
            <numerusform>还有 %n 个名额</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the quota</source>
        <translation>
            <numerusform>超出名额 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The quota is filled.</source>
        <translation>名额已满。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未填</translation>
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
    <name>DayField</name>
    <message>
        <source>Year-month-day</source>
        <translation>年-月-日</translation>
    </message>
</context>
<context>
    <name>DecisionsView</name>
    <message>
        <source>Cases and decisions</source>
        <translation>案例与决定</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>查找案例</translation>
    </message>
    <message>
        <source>Which cases are shown</source>
        <translation>显示哪些案例</translation>
    </message>
    <message>
        <source>On the table</source>
        <translation>本轮评议的</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>尚未决定的</translation>
    </message>
    <message>
        <source>Also those that are out</source>
        <translation>连同已淘汰的</translation>
    </message>
    <message>
        <source>Take the suggestions…</source>
        <translation>采用计票建议…</translation>
    </message>
    <message>
        <source>{number} {decision}</source>
        <translation>{number} {decision}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>(on hold)</source>
        <translation>（待定）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>计票建议</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>No case is on the table.
Accept nominations first; the round is about those that are in.</source>
        <translation>没有可评议的案例。
请先受理申报；这一轮评议的是已受理的案例。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) marked</source>
        <translation>
            <numerusform>已选 %n 个案例</numerusform>
        </translation>
    </message>
    <message>
        <source>The package is built: decisions can&apos;t change any more</source>
        <translation>案例包已制成，决定不能再改</translation>
    </message>
    <message>
        <source>Why? Enter records it and goes on</source>
        <translation>为什么？按回车记入并到下一个</translation>
    </message>
    <message>
        <source>Reason (needed to hold or drop a case)</source>
        <translation>理由（待定、淘汰必须写）</translation>
    </message>
    <message>
        <source>A case is held or dropped with a written reason only.</source>
        <translation>待定和淘汰都要写明理由。</translation>
    </message>
    <message>
        <source>Type the reason, then press Enter.</source>
        <translation>请写下理由，再按回车。</translation>
    </message>
</context>
<context>
    <name>DeskNotes</name>
    <message>
        <source>In the folder {folder}</source>
        <translation>在文件夹 {folder} 中</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>‹ Previous</source>
        <translation>‹ 上一件</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>下一件 ›</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>退回函</translation>
    </message>
    <message>
        <source>{source} · {kind} · {id}</source>
        <comment>how a nomination came</comment>
        <translation>{source} · {kind} · {id}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Take the acceptance back</source>
        <translation>撤回受理</translation>
    </message>
    <message>
        <source>Take the return back</source>
        <translation>撤回退回</translation>
    </message>
    <message>
        <source>Take the replacement back</source>
        <translation>撤回替换</translation>
    </message>
    <message>
        <source>Check {count}</source>
        <translation>核对 {count}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Figures {count}</source>
        <translation>数据依据 {count}</translation>
    </message>
    <message>
        <source>Attachments {count}</source>
        <translation>附件 {count}</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相近案例</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
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
    <name>DrawPanel</name>
    <message>
        <source>What was drawn</source>
        <translation>抽取的结果</translation>
    </message>
    <message>
        <source>As it was announced</source>
        <translation>照公布的原样</translation>
    </message>
    <message>
        <source>Record the draw…</source>
        <translation>登记抽取结果…</translation>
    </message>
    <message>
        <source>The public draw</source>
        <translation>公开抽取</translation>
    </message>
    <message>
        <source>Lots between equal cases and the draws behind the rank intervals follow from it. It is published as it is typed, and can&apos;t be changed.</source>
        <translation>并列案例的抽签、名次区间所用的重抽都由它而定。照此录入的文字公布，登记后不能改。</translation>
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
        <source>Enter the number after the stroke of the last receipt from there (2 for …/2). If you don&apos;t know it, enter 5: gaps do no harm, while of two different sheets with one number neither counts. What was exported on this computer is reckoned with already.</source>
        <translation>填那台电脑上最后一张回执斜线之后的数字（…/2 即填 2）。记不清就填 5：版次跳号没有关系，同一版次出现两份不同的评分表才会两份都不计。本机导出过的已自动计入，不必填写。</translation>
    </message>
    <message>
        <source>Last revision from there</source>
        <translation>那里最后的版次</translation>
    </message>
    <message>
        <source>Exported on another computer before?</source>
        <translation>是否在别的电脑上导出过？</translation>
    </message>
</context>
<context>
    <name>Envelopes</name>
    <message>
        <source>How a sheet loses its sender, in three steps</source>
        <translation>评分表怎样与寄件人脱离：三步</translation>
    </message>
    <message>
        <source>The mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Outside it says who sent it. The sheet inside is a sealed envelope without a name.</source>
        <translation>外面看得出是谁寄的；里面的评分表是一个密封的信封，上面没有名字。</translation>
    </message>
    <message>
        <source>The box</source>
        <translation>票箱</translation>
    </message>
    <message>
        <source>Only the sealed envelope goes in: no sender, no time, no order. The mail stays outside.</source>
        <translation>只把密封的信封投进票箱：没有寄件人、没有时间、没有先后。邮件留在外面。</translation>
    </message>
    <message>
        <source>The opening</source>
        <translation>开箱</translation>
    </message>
    <message>
        <source>All are opened together. A card&apos;s signature says that a sheet counts, and not whose it is.</source>
        <translation>所有信封一起打开。评分卡的签名只说明这份评分表有效，不说明是谁的。</translation>
    </message>
</context>
<context>
    <name>ExpertsPage</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Experts and cards</source>
        <translation>专家与评分卡</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Round and cards</source>
        <translation>评分轮与评分卡</translation>
    </message>
    <message>
        <source>Letters and fees</source>
        <translation>信函与评审费</translation>
    </message>
    <message numerus="yes">
        <source>%n on the roster</source>
        <translation>
            <numerusform>名册 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) issued</source>
        <translation>
            <numerusform>已发卡 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>On to the round</source>
        <translation>前往评分轮</translation>
    </message>
    <message>
        <source>Set the round up…</source>
        <translation>设立这一轮…</translation>
    </message>
    <message>
        <source>Draw the cards…</source>
        <translation>抽卡…</translation>
    </message>
    <message>
        <source>On to the package</source>
        <translation>前往案例包</translation>
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
    <name>FieldLine</name>
    <message>
        <source>Empty: the nominating body</source>
        <translation>留空即为申报单位</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Not stored. {why}</source>
        <translation>未保存。{why}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>{field}: {value}</source>
        <comment>a field the form has and we don&apos;t</comment>
        <translation>{field}：{value}</translation>
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
    <name>Figures</name>
    <message>
        <source>Figures and their sources</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Enter or a double click changes a cell.</source>
        <translation>按回车或双击修改单元格。</translation>
    </message>
    <message>
        <source>Add a figure</source>
        <translation>添加数据</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No figures with their sources are listed.</source>
        <translation>没有列出数据及其来源。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n 项数据没有来源。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every figure has its source.</source>
        <translation>每个数据都有来源。</translation>
    </message>
    <message>
        <source>No source is given</source>
        <translation>没有给出来源</translation>
    </message>
    <message>
        <source>Marked as verified by you: experts see it so</source>
        <translation>由组织方标为已核实，专家看到的也是如此</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>The box keeps a count and no order: nothing in it says when a sheet came, under what name, or from whom.</source>
        <translation>票箱只记份数、不记先后：里面没有任何东西说明评分表何时到、文件叫什么名、是谁寄的。</translation>
    </message>
    <message>
        <source>The box in numbers</source>
        <translation>票箱数目</translation>
    </message>
    <message>
        <source>Sheets in the box</source>
        <translation>箱中评分表</translation>
    </message>
    <message>
        <source>Cards issued, reserve included</source>
        <translation>已发评分卡，含备用卡</translation>
    </message>
    <message>
        <source>Cards withdrawn</source>
        <translation>已作废的卡</translation>
    </message>
    <message>
        <source>Unused cards, at least</source>
        <translation>未用的卡，至少</translation>
    </message>
    <message>
        <source>Accepted sheets needed</source>
        <translation>最低有效份数</translation>
    </message>
    <message>
        <source>Lost cards, number unknown</source>
        <translation>说不出编号的遗失卡</translation>
    </message>
    <message>
        <source>Came late</source>
        <translation>迟到</translation>
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
        <source>Case {number} is not among &quot;{filter}&quot;. It stays in this list until you go to another case.</source>
        <translation>案例 {number} 不属于“{filter}”，转到其他案例之前仍留在列表里。</translation>
    </message>
    <message>
        <source>Not found among &quot;{filter}&quot;, so all cases were searched. &quot;{filter}&quot; comes back when you clear the words.</source>
        <translation>“{filter}”中没有找到，已改在全部案例中查找；清除搜索词后回到“{filter}”。</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Search title, body…</source>
        <translation>搜索案例、单位…</translation>
    </message>
    <message>
        <source>Search nominations</source>
        <translation>搜索申报</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <comment>a filter: its name and how many</comment>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>{field}: all</source>
        <comment>a filter</comment>
        <translation>{field}：全部</translation>
    </message>
    <message>
        <source>&quot;{words}&quot;</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Why before its last day</source>
        <translation>提前结束的理由</translation>
    </message>
    <message>
        <source>Why the notice ends before its last day</source>
        <translation>公示期未满而提前结束的理由</translation>
    </message>
    <message>
        <source>Declare final…</source>
        <translation>宣布最终结果…</translation>
    </message>
    <message>
        <source>End of the notice</source>
        <translation>公示结束</translation>
    </message>
    <message numerus="yes">
        <source>%n objection(s) still wait for an answer.</source>
        <translation>
            <numerusform>还有 %n 条异议待答复。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason that declaring it final takes is asked for after that.</source>
        <translation>全部答复之后，再填写宣布最终结果的理由。</translation>
    </message>
    <message>
        <source>There was no notice: declaring the result final takes a reason. The archive prints it word for word, so name nobody in it.</source>
        <translation>没有公示过：宣布最终结果须写明理由。理由会原样写入公布的档案，请不要提及任何人。</translation>
    </message>
    <message>
        <source>Objections are heard until {day}. To end before that takes a reason. The archive prints it word for word, so name nobody in it.</source>
        <translation>异议受理至 {day}。提前结束须写明理由；理由会原样写入公布的档案，请不要提及任何人。</translation>
    </message>
    <message>
        <source>Nothing stands against it: every objection is answered.</source>
        <translation>没有未了之事：异议均已答复。</translation>
    </message>
    <message>
        <source>Why there was no notice</source>
        <translation>不公示的理由</translation>
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
    <name>FontList</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Fonts: add a file</source>
        <translation>字体：添加文件</translation>
    </message>
    <message>
        <source>For rare characters, Tibetan, Uyghur: TTF, OTF or TTC.</source>
        <translation>用于生僻字、藏文、维吾尔文：TTF、OTF 或 TTC。</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{name}: take out</source>
        <translation>{name}：移除</translation>
    </message>
    <message>
        <source>Fonts (*.ttf *.otf *.ttc)</source>
        <translation>字体 (*.ttf *.otf *.ttc)</translation>
    </message>
    <message>
        <source>A font file</source>
        <translation>字体文件</translation>
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
    <name>GuidePage</name>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>To the chapter &quot;{chapter}&quot;</source>
        <translation>转到“{chapter}”一章</translation>
    </message>
    <message>
        <source>Another document, which comes with the program: {address}</source>
        <translation>另一份文档，随程序提供：{address}</translation>
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
    <name>HistoryPage</name>
    <message>
        <source>Export as table…</source>
        <translation>导出为表格…</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>核对日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Which acts are shown</source>
        <translation>显示哪些事项</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>还没有任何记录。</translation>
    </message>
    <message>
        <source>The chosen act in full</source>
        <translation>所选事项全文</translation>
    </message>
    <message>
        <source>Head of the log: {head}</source>
        <translation>末条指纹：{head}</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Choose a line to read it in full.</source>
        <translation>选中一行，可在这里读到全文。</translation>
    </message>
    <message>
        <source>The log is whole: every act names the one before it.</source>
        <translation>日志完整无缺：每一条都与前一条相连。</translation>
    </message>
    <message>
        <source>Its head, for your minutes: {head}</source>
        <translation>末条指纹，可记入会议纪要：{head}</translation>
    </message>
    <message>
        <source>The log is written to {name}.</source>
        <translation>日志已写入 {name}。</translation>
    </message>
    <message>
        <source>log.csv</source>
        <translation>日志.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
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
    <name>IntakeView</name>
    <message>
        <source>Drop sheets here: files, or whole folders. The same sheet twice counts once.</source>
        <translation>把评分表拖到这里：单个文件或整个文件夹都可以。同一份来两次只算一份。</translation>
    </message>
    <message>
        <source>Take files in…</source>
        <translation>收入文件…</translation>
    </message>
    <message>
        <source>Take a folder in…</source>
        <translation>收入文件夹…</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Why nobody can tell whose a sheet is</source>
        <translation>为什么没有人知道哪份评分表是谁的</translation>
    </message>
    <message>
        <source>Delivery codes to post</source>
        <translation>待公布的收件码</translation>
    </message>
    <message>
        <source>From closing to the opening</source>
        <translation>从停止接收到开箱</translation>
    </message>
    <message>
        <source>1. Count the cards before the witnesses. Those left in their envelopes are withdrawn by their stubs, so that nobody can use them any more: that is possible only until intake is closed.</source>
        <translation>1. 当着见证人清点评分卡；留在信封里未用的卡，凭存根作废，此后谁也不能再用——只能在停止接收之前办。</translation>
    </message>
    <message>
        <source>2. Close intake: a record of every sheet in the box is signed.</source>
        <translation>2. 停止接收：程序为箱中每一份评分表签署记录。</translation>
    </message>
    <message>
        <source>3. Hand the record out, and read its short form to those present.</source>
        <translation>3. 把记录发给各方，并当场念出它的短码。</translation>
    </message>
    <message>
        <source>4. Note who is present, open the box, and save the record of the opening.</source>
        <translation>4. 记下在场的人，开箱，保存开箱记录。</translation>
    </message>
    <message>
        <source>in the box; {expected} expected</source>
        <translation>份在箱中，应收 {expected} 份</translation>
    </message>
    <message>
        <source>Each expert sees by the code whether the sheet has arrived. The list is sorted and says nothing of who or when.</source>
        <translation>专家凭收件码看自己的评分表是否寄到。清单按字母数字排序，不含是谁、何时。</translation>
    </message>
    <message>
        <source>Said plainly: this round has one opening key. Whoever receives the mail and also holds that key could see whose sheet is whose. Let one person receive, and another keep this campaign.</source>
        <translation>直说：本轮只有一把开箱密钥。既收邮件又拿着这把密钥的人，能看出哪份评分表是谁的。请由一人收件，另一人保管本次评选。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) taken in.</source>
        <translation>
            <numerusform>收下 %n 份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already: they count once.</source>
        <translation>
            <numerusform>另有 %n 份已在箱中，只算一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no file in that folder.</source>
        <translation>那个文件夹里没有文件。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>KitForm</name>
    <message>
        <source>What the code holds, or the rows as they stand on the paper</source>
        <translation>粘贴二维码的内容，或照纸面逐行输入</translation>
    </message>
    <message>
        <source>Text of the recovery kit</source>
        <translation>恢复单的文字</translation>
    </message>
    <message>
        <source>Take it from the kit&apos;s PDF…</source>
        <translation>从恢复单的 PDF 读取…</translation>
    </message>
    <message>
        <source>Passphrase written on the kit</source>
        <translation>恢复单上手写的口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Passphrase, as it was written by hand</source>
        <translation>手写的口令</translation>
    </message>
    <message>
        <source>Kit read from {name}</source>
        <translation>已从 {name} 读取</translation>
    </message>
    <message>
        <source>Recovery kit (*.pdf *.txt)</source>
        <translation>恢复单 (*.pdf *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>LanguageWords</name>
    <message>
        <source>{language}: heading</source>
        <translation>{language}：标题</translation>
    </message>
    <message>
        <source>{language}: address</source>
        <translation>{language}：称呼</translation>
    </message>
    <message>
        <source>{language}: text</source>
        <translation>{language}：正文</translation>
    </message>
    <message>
        <source>{language}: closing words</source>
        <translation>{language}：结束语</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>one sheet; darker: several</source>
        <translation>一份评分表；色深为多份</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>left out by the rule</source>
        <translation>按规则去掉</translation>
    </message>
</context>
<context>
    <name>LettersView</name>
    <message>
        <source>Which letter</source>
        <translation>哪一种信</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒函</translation>
    </message>
    <message>
        <source>Cover letter of the package</source>
        <translation>案例包说明信</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信的语言</translation>
    </message>
    <message>
        <source>A letter goes to everybody on the roster. Who has returned a sheet isn&apos;t known here, and can&apos;t be.</source>
        <translation>信一律发给名册上的全体专家。谁已交回评分表，这里不知道，也无从知道。</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>信的正文</translation>
    </message>
    <message>
        <source>Planned days</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Keep the text</source>
        <translation>保存文字</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>恢复自带文字</translation>
    </message>
    <message>
        <source>All letters as DOCX…</source>
        <translation>全部信函存为 DOCX…</translation>
    </message>
    <message>
        <source>As PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Fee for each, in yuan</source>
        <translation>每人金额（元）</translation>
    </message>
    <message>
        <source>As Excel table…</source>
        <translation>存为 Excel 表格…</translation>
    </message>
    <message>
        <source>List of fees</source>
        <translation>评审费发放表</translation>
    </message>
    <message>
        <source>Paid for accepting a card, the same for everybody, with room for a signature. It can&apos;t be by returned sheets: nobody knows whose they are.</source>
        <translation>按接受评分卡发放，人人相同，留有签名栏。不能按交回的评分表发放：没有人知道评分表是谁的。</translation>
    </message>
    <message>
        <source>Put in for each: {names}. A line beginning with &quot;# &quot; is the title, with &quot;&gt; &quot; stands at the right, with &quot;- &quot; apart.</source>
        <translation>逐人填入：{names}。以“# ”开头的一行是标题，“&gt; ”靠右，“- ”单列一行。</translation>
    </message>
    <message>
        <source>Not known yet, and left blank: {names}</source>
        <translation>尚未确定、暂且留空：{names}</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing letters</source>
        <translation>正在写信函</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing the list of fees</source>
        <translation>正在写发放表</translation>
    </message>
    <message numerus="yes">
        <source>{file} is written, for %n people.</source>
        <translation>
            <numerusform>已写入 {file}，共 %n 人。</numerusform>
        </translation>
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
    <name>LookPanel</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英双语</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横式</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>竖式</translation>
    </message>
    <message>
        <source>Date on the certificates</source>
        <translation>证书上的日期</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>Date written as</source>
        <translation>日期写法</translation>
    </message>
    <message>
        <source>Usual form</source>
        <translation>通常写法</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Second seal</source>
        <translation>第二枚印章</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Bleed and marks</source>
        <translation>出血与裁切线</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>读入…</translation>
    </message>
    <message>
        <source>Load a look from a file</source>
        <translation>从文件读入版式</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>存出…</translation>
    </message>
    <message>
        <source>Save the look as files</source>
        <translation>把版式存为文件</translation>
    </message>
    <message>
        <source>PNG with a transparent ground, or JPEG. The program draws no seal of its own.</source>
        <translation>透明底的 PNG，或 JPEG。本程序不绘制任何印章。</translation>
    </message>
    <message>
        <source>Bleed: the ground goes 3 mm beyond the edge, so that no white line is left by cutting. Marks: fine lines at the corners that show where to cut. Not wanted on a printer of your own.</source>
        <translation>出血：底色向纸边外多印 3 毫米，裁切后不露白边。裁切线：四角的细线，标出从哪里裁。用自己的打印机时不需要。</translation>
    </message>
    <message>
        <source>The look as a file</source>
        <translation>把版式存为文件</translation>
    </message>
    <message>
        <source>All that is chosen here, in a small text file (YAML) with its pictures: to use it in another campaign, or to write what this page has no field for. Nobody needs it otherwise.</source>
        <translation>这里选定的一切，存成一个小文本文件（YAML），图片放在旁边：用于另一次评选，或写入本页没有的设置。平常用不到。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Undo last change</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>For a printing house</source>
        <translation>送印刷厂</translation>
    </message>
    <message>
        <source>Design files (*.yaml *.yml)</source>
        <translation>版式文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>A design file</source>
        <translation>版式文件</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Check a result</source>
        <translation>核验结果</translation>
    </message>
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
    <name>NamesForm</name>
    <message>
        <source>in English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Name of the award</source>
        <translation>奖项名称</translation>
    </message>
    <message>
        <source>{name}, in English</source>
        <translation>{name}（英文）</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>Edition and issuers were fixed when the case package was built, and every certificate is signed with them: changing the settings now doesn&apos;t change them here.</source>
        <translation>届次和颁发单位在制作案例包时已经固定，每份证书都带着它们签名；现在再改“设置”，证书上也不会变。</translation>
    </message>
    <message>
        <source>Their English names are free; left empty, those of the settings are used.</source>
        <translation>英文名称可以自定；留空则用“设置”里的英文名称。</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>获奖单位</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>The certificate in front, in English</source>
        <translation>当前这份证书的英文</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>签署人姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post of who signs</source>
        <translation>签署人职务</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文姓名</translation>
    </message>
    <message>
        <source>Post in English</source>
        <translation>英文职务</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发单位</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Printed above the issuers, beside the picture of the signature if there is one. Left empty, nothing is printed.</source>
        <translation>印在颁发单位上方；有签名图片时印在图片旁。留空则不印。</translation>
    </message>
    <message>
        <source>Recipient in English</source>
        <translation>单位英文名称</translation>
    </message>
    <message>
        <source>Case in English</source>
        <translation>案例英文名称</translation>
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
    <name>NewCampaignForm</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Name of the award</source>
        <translation>评选名称</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>A year or a number</source>
        <translation>年份或第几届</translation>
    </message>
    <message>
        <source>Organizers</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Separate several with semicolons</source>
        <translation>多个单位用分号隔开</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>This computer has no place of its own for the keys of a campaign. Choose a passphrase to lock them with, and keep it well: nobody can open the ballot box without it.</source>
        <translation>这台电脑没有可以保管密钥的地方。请设一个口令把密钥锁好，并妥善保管：没有口令，谁也打不开票箱。</translation>
    </message>
    <message>
        <source>Make the campaign</source>
        <translation>新建评选</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建评选</translation>
    </message>
    <message>
        <source>Where the campaign&apos;s folder is made</source>
        <translation>把评选文件夹建在哪里</translation>
    </message>
    <message>
        <source>The award needs a name.</source>
        <translation>请填写评选名称。</translation>
    </message>
    <message>
        <source>The award needs an edition: a year or a number.</source>
        <translation>请填写届次：年份或第几届。</translation>
    </message>
    <message>
        <source>The campaign needs a folder.</source>
        <translation>请选定文件夹。</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>NewObjection</name>
    <message>
        <source>Day on which it came</source>
        <translation>收到之日</translation>
    </message>
    <message>
        <source>Who objects</source>
        <translation>异议人</translation>
    </message>
    <message>
        <source>Kept in this campaign only, never published</source>
        <translation>只留在本次评选中，不公布</translation>
    </message>
    <message>
        <source>About which case</source>
        <translation>针对哪个案例</translation>
    </message>
    <message>
        <source>The result as a whole</source>
        <translation>整个结果</translation>
    </message>
    <message>
        <source>What is objected</source>
        <translation>异议内容</translation>
    </message>
    <message>
        <source>What is objected, in its own words</source>
        <translation>异议内容，照原话</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NominationHistory</name>
    <message>
        <source>The whole history</source>
        <translation>查看全部经过</translation>
    </message>
    <message>
        <source>Nothing has been done with it since it came in.</source>
        <translation>收到以后还没有处理过。</translation>
    </message>
</context>
<context>
    <name>NominationsPage</name>
    <message>
        <source>Form (Word)…</source>
        <translation>申报表（Word）…</translation>
    </message>
    <message>
        <source>Form (Excel)…</source>
        <translation>申报表（Excel）…</translation>
    </message>
    <message>
        <source>Take in…</source>
        <translation>收取申报…</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>List as PDF…</source>
        <translation>清单 PDF…</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格 CSV…</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Nominating body</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>申报方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No nominations yet. Send out the form, then drop what comes back here: filled forms, tables, folders or ZIP files.</source>
        <translation>还没有收到申报。先发出申报表，再把收回的材料拖到这里：填好的申报表、汇总表、文件夹或 ZIP 压缩包。</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n complete</source>
        <translation>
            <numerusform>受理齐全的 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handed in</source>
        <translation>
            <numerusform>收到 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>已受理 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source</source>
        <translation>
            <numerusform>%n 个数据没有来源</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all} 件</translation>
    </message>
    <message>
        <source>Drop nominations here</source>
        <translation>把申报材料拖到这里</translation>
    </message>
    <message numerus="yes">
        <source>%n nomination(s) accepted.</source>
        <translation>
            <numerusform>本次受理 %n 件申报。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted in all</source>
        <translation>
            <numerusform>共已受理 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Nomination form</source>
        <translation>申报表</translation>
    </message>
    <message>
        <source>List of nominations</source>
        <translation>申报清单</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>已写好 {name}。</translation>
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
    <name>NoticeView</name>
    <message>
        <source>It can&apos;t be changed: lots and intervals hang on it.</source>
        <translation>登记后不能改：抽签与名次区间都由它而定。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The result is confirmed.</source>
        <translation>结果已确认。</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back. Objections are heard from {since} to {until}.</source>
        <translation>不能撤回。异议自 {since} 受理至 {until}。</translation>
    </message>
    <message>
        <source>Confirm the result and seal the round?</source>
        <translation>确认结果并封存本轮？</translation>
    </message>
    <message>
        <source>Confirm and seal</source>
        <translation>确认并封存</translation>
    </message>
    <message>
        <source>Set {case} aside?</source>
        <translation>移出“{case}”？</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back. There is no notice: declaring the result final will ask why.</source>
        <translation>不能撤回。这一结果不公示：宣布最终结果时须写明理由。</translation>
    </message>
    <message>
        <source>Record &quot;{draw}&quot; as the public draw?</source>
        <translation>把“{draw}”登记为公开抽取的结果？</translation>
    </message>
    <message>
        <source>Publish the announcement and the results archive now.</source>
        <translation>请发布公告与结果档案。</translation>
    </message>
    <message>
        <source>It loses its place, and the count goes on without it; the reason is published word for word. Until the result is final it can come back.</source>
        <translation>该案例失去名次，计分不再包括它；理由原文公布。在宣布最终结果之前可以移回。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>The result is final.</source>
        <translation>结果已为最终结果。</translation>
    </message>
    <message>
        <source>Declare the result final?</source>
        <translation>宣布最终结果？</translation>
    </message>
    <message>
        <source>It can&apos;t be taken back: no objection is taken down after it, and no case set aside.</source>
        <translation>不能撤回：此后不再记下异议，也不再移出案例。</translation>
    </message>
    <message>
        <source>Publish announcement and results archive anew, as final; make the certificates.</source>
        <translation>请按最终结果重新发布公告与结果档案，并制作证书。</translation>
    </message>
    <message>
        <source>Published word for word as the reason: {reason}</source>
        <translation>将原样公布的理由：{reason}</translation>
    </message>
    <message>
        <source>Declare final</source>
        <translation>宣布</translation>
    </message>
</context>
<context>
    <name>ObjectionsPanel</name>
    <message>
        <source>None has come so far.</source>
        <translation>目前没有异议。</translation>
    </message>
    <message>
        <source>Record an objection…</source>
        <translation>记下异议…</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>The result as a whole</source>
        <translation>整个结果</translation>
    </message>
    <message>
        <source>{number}.</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>upheld</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>{day}, {who}</source>
        <translation>{day}，{who}</translation>
    </message>
    <message>
        <source>{day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>Answered on {day}</source>
        <translation>{day} 答复</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Change the answer…</source>
        <translation>重新答复…</translation>
    </message>
    <message>
        <source>Answer to objection {number}</source>
        <translation>答复第 {number} 条异议</translation>
    </message>
</context>
<context>
    <name>OrganizerDesk</name>
    <message>
        <source>Stopped. Nothing was left half done.</source>
        <translation>已停止，没有留下做了一半的内容。</translation>
    </message>
    <message>
        <source>Something else is under way: {what}</source>
        <translation>另一项工作正在进行：{what}</translation>
    </message>
    <message>
        <source>Wait until it is done, or cancel it at the foot of the window.</source>
        <translation>请等它完成，或在窗口底部取消。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>To the recovery kit</source>
        <translation>去看恢复单</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <translation>替换 {name} 吗？</translation>
    </message>
    <message>
        <source>What is in the file now is lost.</source>
        <translation>文件中现有的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>The file manager did not open.</source>
        <translation>文件管理器没有打开。</translation>
    </message>
    <message>
        <source>The file lies here: {path}</source>
        <translation>文件在这里：{path}</translation>
    </message>
</context>
<context>
    <name>OrganizerDoor</name>
    <message>
        <source>Open a campaign folder…</source>
        <translation>打开评选文件夹…</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建评选</translation>
    </message>
    <message>
        <source>Look at an archived campaign…</source>
        <translation>查看已归档的评选…</translation>
    </message>
    <message>
        <source>Nothing in its folder is changed.</source>
        <translation>不会改动文件夹里的任何内容。</translation>
    </message>
    <message>
        <source>Try the sample campaign</source>
        <translation>试用样例评选</translation>
    </message>
    <message>
        <source>First time here? The sample campaign has forty invented nominations; nothing in it counts.</source>
        <translation>第一次使用？样例评选里有四十件虚拟的申报，随便试，都不算数。</translation>
    </message>
    <message>
        <source>Bring a campaign back from a backup…</source>
        <translation>从备份恢复一次评选…</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Campaigns opened before</source>
        <translation>打开过的评选</translation>
    </message>
    <message>
        <source>the folder is not there any more: {folder}</source>
        <translation>文件夹已不在原处：{folder}</translation>
    </message>
    <message>
        <source>Look at an archived campaign</source>
        <translation>查看已归档的评选</translation>
    </message>
    <message>
        <source>Open a campaign</source>
        <translation>打开评选</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>OrganizerFrame</name>
    <message>
        <source>Close campaign</source>
        <translation>关闭评选</translation>
    </message>
    <message>
        <source>Sample campaign</source>
        <translation>样例评选</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>This page can be opened once the work at the foot of the window is done.</source>
        <translation>窗口底部的工作完成后，才能打开这一页。</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>Find a receipt</source>
        <translation>查找回执</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Delivery code</source>
        <translation>收件码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>There was no sheet in the box.</source>
        <translation>箱中没有评分表。</translation>
    </message>
    <message>
        <source>Receipts and states</source>
        <translation>回执与去向</translation>
    </message>
    <message>
        <source>Present at the opening: {names}</source>
        <translation>开箱时在场：{names}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>certificates.pdf</source>
        <translation>证书.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>A folder for the certificates</source>
        <translation>存放证书的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in this folder?</source>
        <translation>
            <numerusform>替换此文件夹中的 %n 个文件？</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in the files now is lost.</source>
        <translation>文件里现有的内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Writing the certificates</source>
        <translation>正在写出证书</translation>
    </message>
    <message>
        <source>The result isn&apos;t final yet.</source>
        <translation>结果还没有最终确定。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written.</source>
        <translation>
            <numerusform>已写出 %n 份证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print the certificates</source>
        <translation>打印证书</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <translation>替换 {name} 吗？</translation>
    </message>
    <message>
        <source>What is in the file now is lost.</source>
        <translation>文件中现有的内容将丢失。</translation>
    </message>
    <message>
        <source>A folder for the look</source>
        <translation>存放版式的文件夹</translation>
    </message>
    <message>
        <source>The look is in files now.</source>
        <translation>版式已存为文件。</translation>
    </message>
</context>
<context>
    <name>OverlapsView</name>
    <message>
        <source>What</source>
        <translation>重叠之处</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Listed on</source>
        <translation>所在名单</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>涉及</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Look at these before cards are drawn: afterwards nobody can tell whose sheet is whose. Names are compared as they are written; whether it is the same person, only you can know.</source>
        <translation>请在抽卡之前看过：抽卡之后，没有人能分清哪份评分表是谁的。姓名只按字面比较，是不是同一个人，只有您知道。</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意味着什么</translation>
    </message>
    <message>
        <source>What may be done</source>
        <translation>可以怎么做</translation>
    </message>
    <message>
        <source>Enter the roster first.</source>
        <translation>请先录入名册。</translation>
    </message>
    <message>
        <source>Nobody on the roster or the panel is behind a nomination, and nobody sits on both.</source>
        <translation>名册与评议会中，没有人与申报有关，也没有人兼任两者。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Plan days</source>
        <translation>设定日期</translation>
    </message>
    <message>
        <source>Planned days</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Go to {station}</source>
        <translation>前往“{station}”</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) in the log; its head: {head}</source>
        <translation>
            <numerusform>日志共 %n 条，末条指纹：{head}</numerusform>
        </translation>
    </message>
    <message>
        <source>No days are planned yet. Planned days only remind; nothing happens by itself.</source>
        <translation>还没有设定日期。计划日期只作提醒，到时不会自动做任何事。</translation>
    </message>
    <message>
        <source>Change days</source>
        <translation>修改日期</translation>
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
        <source>my-scores</source>
        <comment>file name</comment>
        <translation>我的评分</translation>
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
        <source>my-work</source>
        <comment>file name</comment>
        <translation>我的评审备份</translation>
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
    <name>PackagePage</name>
    <message>
        <source>See it as an expert</source>
        <translation>以专家视角预览</translation>
    </message>
    <message>
        <source>Build the package…</source>
        <translation>制作案例包…</translation>
    </message>
    <message>
        <source>Case package</source>
        <translation>案例包</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Without source</source>
        <translation>无来源数据</translation>
    </message>
    <message>
        <source>Amendments</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Without source ({count})</source>
        <translation>无来源数据（{count}）</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n 个候选案例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s)</source>
        <translation>
            <numerusform>%n 份更正</numerusform>
        </translation>
    </message>
    <message>
        <source>built</source>
        <translation>已制成</translation>
    </message>
    <message>
        <source>Write the file again…</source>
        <translation>重新写出文件…</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>正在准备预览</translation>
    </message>
    <message>
        <source>Case packages (*.casepkg)</source>
        <translation>案例包 (*.casepkg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>{name} is the package as it was built.</source>
        <translation>“{name}”正是当初制成的案例包。</translation>
    </message>
    <message>
        <source>Checking the package</source>
        <translation>正在核对案例包</translation>
    </message>
    <message>
        <source>Candidates, their order and texts, rule, rubric and cards can&apos;t be changed after that.</source>
        <translation>此后候选案例及其顺序和正文、规则、评分标准、评分卡都不能再改。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) go out without a source.</source>
        <translation>
            <numerusform>有 %n 项数据没有注明来源。</numerusform>
        </translation>
    </message>
    <message>
        <source>Experts are not told where to send their sheets.</source>
        <translation>还没有告诉专家评分表交到哪里。</translation>
    </message>
    <message numerus="yes">
        <source>Build the package with %n candidate(s)?</source>
        <translation>
            <numerusform>用这 %n 个候选案例制作案例包？</numerusform>
        </translation>
    </message>
    <message>
        <source>Build</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Case package (*.casepkg)</source>
        <translation>案例包 (*.casepkg)</translation>
    </message>
    <message>
        <source>The package is built: {name}</source>
        <translation>案例包已制成：{name}</translation>
    </message>
    <message>
        <source>Look at it as an expert would before it goes out.</source>
        <translation>发出之前，请先以专家视角看一遍。</translation>
    </message>
    <message>
        <source>Building the package</source>
        <translation>正在制作案例包</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) lie beside the package.</source>
        <translation>
            <numerusform>%n 个分卷已放在案例包旁边。</numerusform>
        </translation>
    </message>
    <message>
        <source>Send all of them; each in a message of its own is fine.</source>
        <translation>请全部发送，可以一封邮件一卷。</translation>
    </message>
    <message>
        <source>The package is small enough as it is.</source>
        <translation>案例包本来就不超过这个大小，无需分卷。</translation>
    </message>
    <message>
        <source>Splitting the package</source>
        <translation>正在分卷</translation>
    </message>
    <message>
        <source>The fingerprint is on the clipboard.</source>
        <translation>指纹已复制到剪贴板。</translation>
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
    <name>PapersView</name>
    <message>
        <source>Language of the papers</source>
        <translation>文件语言</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Where objections go</source>
        <translation>异议送往何处</translation>
    </message>
    <message>
        <source>Where objections go: address, telephone</source>
        <translation>异议送往何处：地址、电话</translation>
    </message>
    <message>
        <source>For the organizer: everything</source>
        <translation>供主办方：全部内容</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>All cases, all totals, all comments; marked as internal. It does not say whose sheet is whose: nothing does.</source>
        <translation>全部案例、全部总分、全部评语，标明“内部”。哪份评分表出自何人不在其中：哪里都没有。</translation>
    </message>
    <message>
        <source>report-internal.pdf</source>
        <translation>结果报告（内部）.pdf</translation>
    </message>
    <message>
        <source>tables.xlsx</source>
        <translation>结果表格.xlsx</translation>
    </message>
    <message>
        <source>ranking.csv</source>
        <translation>排名.csv</translation>
    </message>
    <message>
        <source>For the public: what the terms allow</source>
        <translation>供公众：条款允许公布的内容</translation>
    </message>
    <message>
        <source>Made from the same count; what the publication level keeps back is not in the file.</source>
        <translation>出自同一次计分；按公布程度不公开的，文件里没有。</translation>
    </message>
    <message>
        <source>report-public.pdf</source>
        <translation>结果报告（公开）.pdf</translation>
    </message>
    <message>
        <source>Announcement (draft)</source>
        <translation>公告草稿，供修改</translation>
    </message>
    <message>
        <source>A draft with the winners, their summaries and words of commendation, how to object and how to check. What is not known yet is left blank.</source>
        <translation>草稿含获奖案例、简介与推荐语，以及如何提出异议、如何核验。尚未知道的留作空白。</translation>
    </message>
    <message>
        <source>Report (PDF)…</source>
        <translation>报告（PDF）…</translation>
    </message>
    <message>
        <source>All tables (Excel)…</source>
        <translation>全部表格（Excel）…</translation>
    </message>
    <message>
        <source>Ranking (CSV)…</source>
        <translation>排名（CSV）…</translation>
    </message>
    <message>
        <source>Tables (Excel)…</source>
        <translation>表格（Excel）…</translation>
    </message>
    <message>
        <source>tables-public.xlsx</source>
        <translation>结果表格（公开）.xlsx</translation>
    </message>
    <message>
        <source>ranking-public.csv</source>
        <translation>排名（公开）.csv</translation>
    </message>
    <message>
        <source>Word document…</source>
        <translation>Word 文档…</translation>
    </message>
    <message>
        <source>announcement.docx</source>
        <translation>公告草稿.docx</translation>
    </message>
    <message>
        <source>Plain text…</source>
        <translation>纯文本…</translation>
    </message>
    <message>
        <source>announcement.md</source>
        <translation>公告草稿.md</translation>
    </message>
    <message>
        <source>A report saved now says that the result is not final.</source>
        <translation>此时保存的报告会注明不是最终结果。</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Writing: {what}</source>
        <translation>正在写出：{what}</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>The passphrase, typed from the paper</source>
        <translation>照纸面输入的口令</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已写在纸上</translation>
    </message>
    <message>
        <source>Give this one up</source>
        <translation>放弃这一份</translation>
    </message>
    <message>
        <source>Now type it from the paper, to be sure that it can be read:</source>
        <translation>请看着纸面输入一遍，确认字迹认得清：</translation>
    </message>
    <message>
        <source>Passphrase: {symbols}</source>
        <translation>口令：{symbols}</translation>
    </message>
    <message>
        <source>This is a passphrase, but not the one shown above. Compare the paper with the screen.</source>
        <translation>这个口令格式没错，但不是上面显示的那一个。请对照纸面和屏幕。</translation>
    </message>
    <message>
        <source>The keys of this campaign are locked with a passphrase.</source>
        <translation>这个评选的密钥用口令锁着。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>PathLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
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
    <name>PictureRow</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>{name}: choose a picture</source>
        <translation>{name}：选择图片</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{name}: take out</source>
        <translation>{name}：移除</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
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
    <name>Places</name>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>in this computer&apos;s own store of passwords</source>
        <translation>在这台电脑的系统密码库里</translation>
    </message>
    <message>
        <source>in the program&apos;s own folder on this computer</source>
        <translation>在这台电脑上本程序自己的文件夹里</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>nowhere: your passphrase opens the secrets</source>
        <translation>没有存放：凭您的口令打开</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>其中有</translation>
    </message>
    <message>
        <source>Nominations with their attachments, decisions, the public parts of the cards, the ballot boxes, the log; the organizer&apos;s secrets, sealed</source>
        <translation>申报材料和附件、遴选决定、评分卡的公开部分、票箱、日志，以及密封的组织方密钥</translation>
    </message>
    <message>
        <source>The key to the secrets</source>
        <translation>解开密封的钥匙</translation>
    </message>
    <message>
        <source>A sync program copies this campaign&apos;s folder to other computers: the nominations leave this computer, and two computers could write at once.</source>
        <translation>评选文件夹正由网盘同步：申报材料会传出这台电脑，两台电脑还可能同时写入。</translation>
    </message>
    <message>
        <source>Move the folder to a place that isn&apos;t synced.</source>
        <translation>请把文件夹移到不同步的位置。</translation>
    </message>
    <message>
        <source>This campaign&apos;s folder lies on a network: a second computer may not be held off, and a broken connection can interrupt writing.</source>
        <translation>评选文件夹在网络盘上：可能拦不住另一台电脑同时打开，断网会中断写入。</translation>
    </message>
    <message>
        <source>Work on a disk of this computer, and put backups on the network.</source>
        <translation>请在本机磁盘上工作，网络盘用来放备份。</translation>
    </message>
    <message>
        <source>Nothing can be written in this campaign&apos;s folder.</source>
        <translation>评选文件夹不能写入。</translation>
    </message>
    <message>
        <source>It can be looked at here; to work on it, copy it to a disk of this computer.</source>
        <translation>这里只能查看；要继续工作，请把它复制到本机磁盘。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview: this is what an expert sees, in one order of the cases; each expert has an own one. Nothing typed here is kept, and nothing can be signed.</source>
        <translation>预览：专家看到的就是这样，只是案例的次序每位专家各不相同。这里输入的内容不会保留，也不能签名。</translation>
    </message>
    <message>
        <source>Back to the campaign</source>
        <translation>返回评选</translation>
    </message>
    <message>
        <source>Drawing the certificates…</source>
        <translation>正在绘制证书…</translation>
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
    <name>Profile</name>
    <message>
        <source>{criterion}: mean {mean}</source>
        <translation>{criterion}：平均 {mean}</translation>
    </message>
    <message>
        <source>Nobody scored this case.</source>
        <translation>没有人给这个案例评分。</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>Shortlist: one case at a time</source>
        <translation>遴选：逐个案例</translation>
    </message>
    <message>
        <source>← Previous case</source>
        <translation>← 上一个</translation>
    </message>
    <message>
        <source>Next case →</source>
        <translation>下一个 →</translation>
    </message>
    <message>
        <source>Full screen (F11)</source>
        <translation>全屏（F11）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Case {number} of {total}</source>
        <translation>第 {number} 个，共 {total} 个</translation>
    </message>
    <message>
        <source>Decided: {decision}</source>
        <translation>决定：{decision}</translation>
    </message>
</context>
<context>
    <name>PublishPanel</name>
    <message>
        <source>To the announcement</source>
        <translation>前往公告</translation>
    </message>
    <message>
        <source>To the public report</source>
        <translation>前往公开报告</translation>
    </message>
    <message>
        <source>To the archive</source>
        <translation>前往结果档案</translation>
    </message>
    <message>
        <source>To publish now</source>
        <translation>现在可以公布</translation>
    </message>
    <message>
        <source>The announcement and the report now say that the result is final. Publish both and the final archive: they take the place of any published before.</source>
        <translation>公告与报告从此写明结果已最终确定。请公布这两份和最终的结果档案；此前如已公布过，以这次为准。</translation>
    </message>
    <message>
        <source>The announcement says who wins and how to object, the report how it was counted; with the archive anybody can count again. All three say that the result isn&apos;t final yet.</source>
        <translation>公告说明谁获奖、如何提出异议，报告说明如何计分；有了档案，谁都可以重新计算。三者都会写明结果尚未最终确定。</translation>
    </message>
</context>
<context>
    <name>PublishedKey</name>
    <message>
        <source>Thumbprint of the organizer&apos;s key</source>
        <translation>组织方公钥指纹</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Publish it apart from the archive, where people know you: on your website, in the printed announcement. Without it nobody can tell this archive from one that somebody else has signed.</source>
        <translation>请另外公布它，放在大家认得您的地方：官网、印发的公告。没有它，谁也分不清这份档案与别人签名的档案。</translation>
    </message>
    <message>
        <source>Cards and letters name the same key by twelve symbols: {short}</source>
        <translation>评分卡和信函里用十二个字符指同一个公钥：{short}</translation>
    </message>
    <message>
        <source>The thumbprint is on the clipboard.</source>
        <translation>公钥指纹已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>PublishingForm</name>
    <message>
        <source>What is published</source>
        <translation>公布到什么程度</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部公布</translation>
    </message>
    <message>
        <source>Scores of the winners only</source>
        <translation>只公布获奖案例的分数</translation>
    </message>
    <message>
        <source>The winners only, without order</source>
        <translation>只公布获奖名单，不分先后</translation>
    </message>
    <message>
        <source>Anonymous sheets</source>
        <translation>匿名评分表</translation>
    </message>
    <message>
        <source>Are public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Go to auditors only</source>
        <translation>只交给审计人</translation>
    </message>
    <message>
        <source>Auditors&apos; keys</source>
        <translation>审计人的公钥</translation>
    </message>
    <message>
        <source>One key a line, as each auditor gave it: age1…</source>
        <translation>每行一个公钥，由各审计人提供：age1…</translation>
    </message>
    <message>
        <source>No sheet can be sealed to this: {line}</source>
        <translation>这不是可用来密封的公钥：{line}</translation>
    </message>
    <message>
        <source>A key stands there twice.</source>
        <translation>有一个公钥写了两次。</translation>
    </message>
    <message>
        <source>At most {limit} auditors.</source>
        <translation>审计人最多 {limit} 位。</translation>
    </message>
    <message>
        <source>Give the key of at least one auditor: somebody has to be able to count again.</source>
        <translation>请至少填写一位审计人的公钥：总要有人能够重新计分。</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <name>QuotaBar</name>
    <message>
        <source>{kept} kept, {held} on hold, of {total}; quota {quota}</source>
        <translation>共 {total} 个，保留 {kept} 个，待定 {held} 个；名额 {quota} 个</translation>
    </message>
    <message>
        <source>quota {quota}</source>
        <translation>名额 {quota}</translation>
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
    <name>RankingTable</name>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>各份总分</translation>
    </message>
    <message>
        <source>Among winners</source>
        <translation>获奖把握</translation>
    </message>
    <message>
        <source>Totals, {low} to {high}</source>
        <translation>各份总分，{low} 至 {high}</translation>
    </message>
    <message>
        <source>95 % ranks</source>
        <translation>区间 95%</translation>
    </message>
    <message>
        <source>In 95 % of the draws the case has one of these ranks.</source>
        <translation>95% 的重抽中，该案例的名次落在此区间。</translation>
    </message>
    <message>
        <source>In how many of the draws the case is among the winners.</source>
        <translation>有多少次重抽中，该案例获奖。</translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>Compare with the next</source>
        <translation>与下一名比较</translation>
    </message>
    <message>
        <source>Side by side with the case below it</source>
        <translation>与下一行的案例并排</translation>
    </message>
    <message>
        <source>Sheets behind it</source>
        <translation>查看背后的评分表</translation>
    </message>
    <message>
        <source>Also by Enter, or a double click</source>
        <translation>按回车或双击也可</translation>
    </message>
    <message>
        <source>The public draw is awaited: till then no lot is drawn, and no interval is reckoned.</source>
        <translation>公开抽取尚未进行：在此之前不抽签，也不计算名次区间。</translation>
    </message>
    <message>
        <source>Set aside after the count: {names}.</source>
        <translation>计分后移出：{names}。</translation>
    </message>
    <message>
        <source>Withdrawn before: {names}.</source>
        <translation>此前退出：{names}。</translation>
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
        <source>The clipboard holds one thing at a time: now &quot;{what}&quot;, no longer &quot;{before}&quot;.</source>
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
    <name>RecordPanel</name>
    <message>
        <source>Short form of the box record</source>
        <translation>票箱记录的短码</translation>
    </message>
    <message>
        <source>Save the record…</source>
        <translation>保存记录…</translation>
    </message>
    <message>
        <source>Save a page to print…</source>
        <translation>保存打印页…</translation>
    </message>
    <message>
        <source>Save the delivery codes…</source>
        <translation>保存收件码…</translation>
    </message>
    <message>
        <source>1  Hand out the record</source>
        <translation>1  发出票箱记录</translation>
    </message>
    <message>
        <source>Read the short form out, let those present write it down, and give everybody the file before the box is opened. Whoever has it can check later that no sheet came or went. The file (.jws) is signed text, for this program and for verify.html; the page is for people.</source>
        <translation>请当众宣读短码，让在场的人记下，并在开箱之前把文件发给各方：以后谁都能凭它查对评分表有没有增减。文件（.jws）是带签名的文本，供本程序与 verify.html 读取；打印页供人阅读。</translation>
    </message>
    <message>
        <source>In full, for a check by other programs (its SHA-256 digest): {digest}</source>
        <translation>全文，供其他程序核对（SHA-256 摘要）：{digest}</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Nothing fits these filters.</source>
        <translation>没有符合条件的内容。</translation>
    </message>
</context>
<context>
    <name>RecountTable</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Sheets counted</source>
        <translation>计入份数</translation>
    </message>
    <message>
        <source>{used} of {all}</source>
        <translation>{all} 份中 {used} 份</translation>
    </message>
    <message>
        <source>Ranking as it was counted again</source>
        <translation>重新计分得出的名次</translation>
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
        <source>This case comes from &quot;{name}&quot;, which you named as your own institution.</source>
        <translation>本案例来自“{name}”，您填写过这是您的单位。</translation>
    </message>
</context>
<context>
    <name>RefusedList</name>
    <message>
        <source>Copy for the senders</source>
        <translation>复制给寄件人</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not taken in</source>
        <translation>
            <numerusform>有 %n 个文件没有收下</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} 等，另有 {more} 个</translation>
    </message>
</context>
<context>
    <name>RemarksView</name>
    <message>
        <source>Comments stand apart from scores: nothing says which sheet one was on. Within a case they are sorted by their letters.</source>
        <translation>评语与分数分开：看不出哪条出自哪份评分表。同一案例的评语按文字排序。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Nobody wrote a comment.</source>
        <translation>没有人写评语。</translation>
    </message>
    <message>
        <source>Cases with comments</source>
        <translation>有评语的案例</translation>
    </message>
    <message>
        <source>Comments on this case</source>
        <translation>对本案例的评语</translation>
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
    <name>RepairPreview</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{damage} · {field}</source>
        <comment>a repair</comment>
        <translation>{damage} · {field}</translation>
    </message>
    <message>
        <source>As it is: {field}</source>
        <translation>现在的{field}</translation>
    </message>
    <message>
        <source>As it would be: {field}</source>
        <translation>修复后的{field}</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>As it is · {places}</source>
        <translation>现在 · {places}</translation>
    </message>
    <message>
        <source>As it would be</source>
        <translation>修复后</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>Bring a campaign back…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>An empty folder for the campaign</source>
        <translation>为评选选一个空文件夹</translation>
    </message>
    <message>
        <source>Backup of a campaign (*{ending})</source>
        <translation>评选备份 (*{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This backup was sealed under a passphrase.</source>
        <translation>这份备份是用口令密封的。</translation>
    </message>
    <message>
        <source>Bringing a campaign back</source>
        <translation>正在从备份恢复</translation>
    </message>
    <message>
        <source>The campaign is back, in {folder}. Its log verifies.</source>
        <translation>评选已恢复到 {folder}，日志验证通过。</translation>
    </message>
    <message>
        <source>Damaged or missing already when the backup was made: {names}</source>
        <translation>备份时就已缺失或损坏：{names}</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t have the key to this backup. The recovery kit brings it.</source>
        <translation>这台电脑上没有打开这份备份的钥匙，凭恢复单可以带来。</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>Commendations</source>
        <translation>推荐语</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告与表格</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在计分</translation>
    </message>
    <message>
        <source>Confirm and seal…</source>
        <translation>确认并封存结果…</translation>
    </message>
    <message>
        <source>Declare final…</source>
        <translation>宣布最终结果…</translation>
    </message>
    <message>
        <source>On to the certificates</source>
        <translation>前往证书</translation>
    </message>
    <message>
        <source>Sample · synthetic scores</source>
        <translation>样例 · 合成分数</translation>
    </message>
    <message numerus="yes">
        <source>%n valid sheet(s)</source>
        <translation>
            <numerusform>%n 份有效</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not returned</source>
        <translation>
            <numerusform>%n 份未返回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not counted</source>
        <translation>
            <numerusform>%n 份未计入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <source>Leave it</source>
        <translation>先不用</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Copy the letter</source>
        <translation>复制退回函</translation>
    </message>
    <message>
        <source>Why is it returned?</source>
        <translation>为什么退回？</translation>
    </message>
    <message>
        <source>Reason of the return</source>
        <translation>退回的理由</translation>
    </message>
    <message>
        <source>The reason goes into the log and into the letter. It can be undone.</source>
        <translation>理由会写入日志和退回函；退回可以撤销。</translation>
    </message>
    <message>
        <source>A letter to send with it</source>
        <translation>随材料寄回的函</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>退回函</translation>
    </message>
    <message>
        <source>Change it here as you like; it is not stored.</source>
        <translation>可以在这里随意修改，修改不会保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The letter is on the clipboard.</source>
        <translation>退回函已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet.
Type a name above, paste cells copied from a table (Ctrl+V), or drop a CSV or Excel file here.</source>
        <translation>名册还是空的。
请在上方输入姓名，或粘贴从表格复制的单元格（Ctrl+V），或把 CSV、Excel 文件拖到这里。</translation>
    </message>
    <message>
        <source>Roster of experts</source>
        <translation>专家名册</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Search the roster</source>
        <translation>在名册中查找</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>粘贴单元格</translation>
    </message>
    <message>
        <source>Takes in rows copied in a spreadsheet: name, field, institution, region, contact, or with a line of headings.</source>
        <translation>粘贴从电子表格复制的各行：依次为姓名、领域、单位、地区、联系方式，或带有一行列名。</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>读入表格…</translation>
    </message>
    <message>
        <source>This list knows nothing of the cards: nowhere is it kept who was given which.</source>
        <translation>名册与评分卡毫无关联：任何地方都不记录哪张卡给了谁。</translation>
    </message>
    <message>
        <source>Changing the entry of {name}</source>
        <translation>正在修改{name}的条目</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板上没有文字。</translation>
    </message>
    <message>
        <source>Copy the rows in the spreadsheet first.</source>
        <translation>请先在电子表格中复制各行。</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {known} were there already.</source>
        <translation>新增 {added} 人，更新 {changed} 人，原已在册 {known} 人。</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>按 Ctrl+Z 可以撤销。</translation>
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
    <name>RoundView</name>
    <message>
        <source>Freeze the list of candidates first</source>
        <translation>先去固定候选名单</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Fixed for this round</source>
        <translation>本轮已固定</translation>
    </message>
    <message>
        <source>Set up a round of scoring</source>
        <translation>设立一轮评分</translation>
    </message>
    <message>
        <source>First the rules, then the cards, then the package.</source>
        <translation>先定规则，再抽卡，然后制作案例包。</translation>
    </message>
    <message>
        <source>Scoring round {number}</source>
        <translation>第 {number} 轮评分</translation>
    </message>
    <message>
        <source>Shortlist ballot, round {number}</source>
        <translation>遴选投票，第 {number} 轮</translation>
    </message>
    <message>
        <source>The rules are fixed. Next: freeze the list of candidates; then draw the cards.</source>
        <translation>规则已经固定。下一步：固定候选名单，然后抽卡。</translation>
    </message>
    <message>
        <source>The rules are fixed. Next: draw the cards.</source>
        <translation>规则已经固定。下一步：抽卡。</translation>
    </message>
    <message>
        <source>Back to the round</source>
        <translation>回到这一轮</translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s): the same person or institution on the roster, the panel or in a case</source>
        <translation>
            <numerusform>%n 处重叠：名册、评议会、案例之间有同一个人或同一单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up the next round</source>
        <translation>设立下一轮</translation>
    </message>
    <message>
        <source>Set up another round instead</source>
        <translation>改设另一轮</translation>
    </message>
    <message>
        <source>These cards don&apos;t say where sheets are sent. Write it down, then draw them again.</source>
        <translation>这批评分卡上没有写评分表寄到哪里。请先填写，再重新抽卡。</translation>
    </message>
    <message>
        <source>The cards will not say where sheets are sent: it isn&apos;t written down yet.</source>
        <translation>还没有填写评分表寄到哪里，评分卡上就不会印出来。</translation>
    </message>
    <message>
        <source>The cards are drawn. Build the package next.</source>
        <translation>评分卡已抽取。接下来制作案例包。</translation>
    </message>
    <message>
        <source>The package is built, and the cards belong to it. A lost card can be withdrawn until intake closes.</source>
        <translation>案例包已制成，评分卡与它对应。停止接收之前，遗失的卡可以作废。</translation>
    </message>
    <message>
        <source>Intake is closed: cards and counts stay as they are.</source>
        <translation>已停止接收：评分卡与各项张数不再变动。</translation>
    </message>
    <message>
        <source>The box is open.</source>
        <translation>票箱已开启。</translation>
    </message>
    <message>
        <source>The results are sealed.</source>
        <translation>结果已封存。</translation>
    </message>
    <message>
        <source>What this round is about (may stay empty)</source>
        <translation>这一轮评议什么（可不填）</translation>
    </message>
    <message>
        <source>Title of the round</source>
        <translation>本轮名称</translation>
    </message>
    <message>
        <source>Quota: candidates wanted</source>
        <translation>名额：需要的候选数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Nobody is on the panel yet.
Type a name above, or read a list from CSV.</source>
        <translation>评议会里还没有人。
请在上面写下姓名，或从 CSV 读入名单。</translation>
    </message>
    <message>
        <source>Members of the panel</source>
        <translation>评议人名单</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take off the panel</source>
        <translation>移出评议会</translation>
    </message>
    <message>
        <source>Read members from CSV…</source>
        <translation>从 CSV 读入名单…</translation>
    </message>
    <message>
        <source>Enter or a double click brings a member back to the fields above.</source>
        <translation>按回车或双击，把这位评议人填回上面的两栏以便更正。</translation>
    </message>
    <message>
        <source>Vote by sealed sheets…</source>
        <translation>改用密封投票…</translation>
    </message>
    <message>
        <source>Take the sums over</source>
        <translation>取用合计</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>Votes are typed into the grid or read from CSV. Or each member gets a card and sends a sealed sheet.</source>
        <translation>在“投票”的表格里当场键入，或从 CSV 读入。也可以每人一张卡，寄回密封的评分表。</translation>
    </message>
    <message>
        <source>Draw the cards next.</source>
        <translation>下一步：抽取卡片。</translation>
    </message>
    <message>
        <source>Build the package next.</source>
        <translation>下一步：制作案例包。</translation>
    </message>
    <message>
        <source>The package is out; sheets are coming in.</source>
        <translation>案例包已发出，正在收票。</translation>
    </message>
    <message>
        <source>The box is closed; open it next.</source>
        <translation>票箱已封，下一步开箱。</translation>
    </message>
    <message>
        <source>The box is open: take the sums over.</source>
        <translation>票箱已开，可以取用合计。</translation>
    </message>
    <message>
        <source>Ballots come by sealed sheets, scoring round {number}. {step}</source>
        <translation>本轮为密封投票（评分轮 {number}）。{step}</translation>
    </message>
    <message>
        <source>Collect the ballots of this round by sealed sheets?</source>
        <translation>本轮改用密封投票？</translation>
    </message>
    <message>
        <source>A scoring round with one question is drafted for the cases on the table. No vote can be typed in this round then, and what was done so far can&apos;t be undone.</source>
        <translation>将为本轮评议的案例建立只有一个问题的评分轮。此后本轮不能再当场记票，到此为止的操作也不能再撤销。</translation>
    </message>
    <message>
        <source>Draft the ballot</source>
        <translation>建立密封投票</translation>
    </message>
    <message numerus="yes">
        <source>The sums of %n sheet(s) were taken over.</source>
        <translation>
            <numerusform>已取用 %n 份评分表的合计。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added to the panel.</source>
        <translation>
            <numerusform>已加入 %n 位评议人。</numerusform>
        </translation>
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
    <name>SendingView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>找到文件…</translation>
    </message>
    <message>
        <source>Largest size of a part</source>
        <translation>每卷的最大大小</translation>
    </message>
    <message>
        <source>Split for mail</source>
        <translation>分卷以便邮寄</translation>
    </message>
    <message>
        <source>Cover letters</source>
        <translation>说明信</translation>
    </message>
    <message>
        <source>Fingerprint of the terms</source>
        <translation>条款指纹</translation>
    </message>
    <message>
        <source>Print it in the cover letter: the experts&apos; program shows the same twelve symbols, and whoever sees others was given another package.</source>
        <translation>请印在说明信里：专家的程序会显示同样的十二个字符；如果不同，说明拿到的是另一个案例包。</translation>
    </message>
    <message>
        <source>Lost the file? Write it again: what it says stays the same, so every copy of either file is good.</source>
        <translation>文件丢了？重新写出即可：内容不变，新旧文件都有效。</translation>
    </message>
    <message>
        <source>Too large for mail?</source>
        <translation>邮件放不下？</translation>
    </message>
    <message>
        <source>The package is also written as numbered parts. The expert saves all of them in one folder and opens any. Mail needs a third more than the file has: for a limit of 25 MB, take 18 MB.</source>
        <translation>案例包可另存为编号的分卷。专家把全部分卷存进同一个文件夹，打开任意一卷即可。邮件实际占用约比文件大三分之一：上限 25 MB 的邮箱请选 18 MB。</translation>
    </message>
    <message>
        <source>How it goes out</source>
        <translation>怎样发出</translation>
    </message>
    <message>
        <source>1. The same package to every expert, by mail or on a stick.</source>
        <translation>1. 每位专家发同一个案例包，用邮件或 U 盘都可以。</translation>
    </message>
    <message>
        <source>2. The card on paper, by another way: never in the same message.</source>
        <translation>2. 评分卡用纸质另行送达，切勿与案例包放在同一封邮件里。</translation>
    </message>
    <message>
        <source>3. A cover letter with the fingerprint and the closing date.</source>
        <translation>3. 说明信写明条款指纹和截止日期。</translation>
    </message>
    <message>
        <source>Round {round} · organizer&apos;s key, short form {key}</source>
        <translation>轮次 {round} · 组织方公钥（简写）{key}</translation>
    </message>
    <message>
        <source>A campaign does not note where its files went. Find the package to check it, look at it or split it; or write it again.</source>
        <translation>程序不记录文件存到了哪里。找到案例包后可以核对、预览或分卷；也可以重新写出。</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name}（{size}）</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>They stand on cards, packages and certificates.</source>
        <translation>用于评分卡、案例包和证书。</translation>
    </message>
    <message>
        <source>Name of the award</source>
        <translation>评选名称</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>Organizers</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>One a line; an English name after a bar: 北京大学 | Peking University</source>
        <translation>每行一个；英文名写在竖线后面：北京大学 | Peking University</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>The fields that nominations are spread over, one a line; leave it empty to allow any.</source>
        <translation>申报所属的领域，每行一个；留空则不限。</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>致专家</translation>
    </message>
    <message>
        <source>Where to send sheets</source>
        <translation>评分表寄到哪里</translation>
    </message>
    <message>
        <source>Shown when a sheet has been exported, and its first sentence on the card.</source>
        <translation>专家导出评分表后会看到；第一句话印在评分卡上。</translation>
    </message>
    <message>
        <source>A word to the experts</source>
        <translation>给专家的话</translation>
    </message>
    <message>
        <source>Shown when the package is opened.</source>
        <translation>打开案例包时显示。</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Planned days</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Written like 2026-03-01, or left empty. The overview reminds of them and the letters name them; nothing happens by itself.</source>
        <translation>按 2026-03-01 的格式填写，也可以空着。会在概览中提醒，也会写进信件；到时不会自动做任何事。</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>The case package is built. It and the results archive keep the names and return instructions of that day, and certificates its edition and organizers, whatever is changed here. Changes hold for letters, for English names, and for the award&apos;s name on certificates made from now on.</source>
        <translation>案例包已经制成：案例包和结果档案保留当时的名称与寄回说明，证书保留当时的届次和主办单位，这里怎么改都不变。改动只用于信函、英文名称，以及此后制作的证书上的奖项名称。</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>The settings have changes that aren&apos;t saved yet.</source>
        <translation>设置里有尚未保存的修改。</translation>
    </message>
    <message>
        <source>Save or discard them first; both buttons stand at the top of the page.</source>
        <translation>请先保存或放弃修改，两个按钮都在页面顶部。</translation>
    </message>
    <message>
        <source>One of the planned days is no day. Write it like 2026-03-01, or leave it empty.</source>
        <translation>有一个计划日期写得不对。请写成 2026-03-01 的样子，或者留空。</translation>
    </message>
    <message>
        <source>Saved. The cards that are drawn still say what stood here before.</source>
        <translation>已保存。已经抽出的评分卡上仍是原来的内容。</translation>
    </message>
    <message>
        <source>Draw all cards again before they are handed out: Experts and cards, Round and cards.</source>
        <translation>分发之前请全部重新抽卡：专家与评分卡 › 评分轮与评分卡。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Back to the usual ones</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Least number of accepted sheets</source>
        <translation>有效评分表的最少份数</translation>
    </message>
    <message>
        <source>Once the round is set up, none of this can be changed: it is signed into the package before anybody scores.</source>
        <translation>设立之后，以上各项都不能再改：在任何人评分之前，它们就已签名写入案例包。</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>评什么</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>怎么计分</translation>
    </message>
    <message numerus="yes">
        <source>Only %n case(s) can become candidates now, and the first {winners} ranks win.</source>
        <translation>
            <numerusform>目前只有 %n 个案例可成为候选，而前 {winners} 名获奖。</numerusform>
        </translation>
    </message>
    <message>
        <source>For the whole round. {consequence}</source>
        <translation>按整轮计算。{consequence}</translation>
    </message>
    <message>
        <source>Give a number.</source>
        <translation>请填写份数。</translation>
    </message>
    <message>
        <source>Criteria, counting rule, least number of sheets and publication are fixed then.</source>
        <translation>设立之后，评分标准、计分规则、最少评分表份数和公布范围都不能再改。</translation>
    </message>
    <message>
        <source>Set up scoring round {number} as it is shown here?</source>
        <translation>按这里所列设立第 {number} 轮评分？</translation>
    </message>
    <message>
        <source>Set up another round in the place of round {number}?</source>
        <translation>要另设一轮，取代第 {number} 轮吗？</translation>
    </message>
    <message>
        <source>Other criteria from a file…</source>
        <translation>从文件读入其他标准…</translation>
    </message>
    <message>
        <source>Another rule from a file…</source>
        <translation>从文件读入其他规则…</translation>
    </message>
    <message>
        <source>{fact} Every case would win; let fewer win, or wait for more cases.</source>
        <translation>{fact}这样所有案例都会获奖；请减少获奖名额，或等更多案例入围。</translation>
    </message>
    <message>
        <source>Criteria or rules (*.yaml *.yml)</source>
        <translation>标准或规则文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>What was fixed there and the cards drawn for it are of no use then. Destroy such cards.</source>
        <translation>那一轮固定的规则和为它抽取的评分卡都不再有用。请销毁那些卡。</translation>
    </message>
    <message>
        <source>Set the round up</source>
        <translation>设立这一轮</translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message>
        <source>not given</source>
        <translation>未填写</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>其余 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {people}</source>
        <translation>{name}：{people}</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>Find a receipt</source>
        <translation>查找回执</translation>
    </message>
    <message>
        <source>By how many points a sheet gave more (+) or less (−) than the others gave the same cases. Strict is not wrong. Whose receipt it is, only its expert knows.</source>
        <translation>对同样的案例，这份评分表比别人多给（+）或少给（−）多少分。严并不是错。回执属于谁，只有专家本人知道。</translation>
    </message>
    <message>
        <source>‹ All sheets</source>
        <translation>‹ 全部评分表</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cases scored</source>
        <translation>评分案例</translation>
    </message>
    <message>
        <source>Strict (−) or generous (+), in points</source>
        <translation>宽（+）严（−），分</translation>
    </message>
    <message>
        <source>There was no sheet in the box.</source>
        <translation>箱中没有评分表。</translation>
    </message>
    <message>
        <source>Sheets by receipt</source>
        <translation>评分表（按回执）</translation>
    </message>
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
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What this sheet gave</source>
        <translation>这份评分表给的分数</translation>
    </message>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}：{count}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) scored</source>
        <translation>
            <numerusform>评了 %n 个案例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without scores</source>
        <translation>
            <numerusform>%n 个未评</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points compared with the other sheets</source>
        <translation>与别人相比 {points} 分</translation>
    </message>
    <message>
        <source>without this sheet the winners would change</source>
        <translation>少了这份评分表，获奖名单会变</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>去掉</translation>
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
    <name>Shortlist</name>
    <message>
        <source>Recommend</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>淘汰</translation>
    </message>
    <message>
        <source>Stand aside</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>R</source>
        <comment>letter for: recommend</comment>
        <translation>荐</translation>
    </message>
    <message>
        <source>H</source>
        <comment>letter for: hold</comment>
        <translation>待</translation>
    </message>
    <message>
        <source>D</source>
        <comment>letter for: drop</comment>
        <translation>汰</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter for: stand aside</comment>
        <translation>避</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>More than half recommend it.</source>
        <translation>过半数推荐。</translation>
    </message>
    <message>
        <source>More than half would drop it.</source>
        <translation>过半数主张淘汰。</translation>
    </message>
    <message>
        <source>No majority either way.</source>
        <translation>各方都未过半。</translation>
    </message>
    <message>
        <source>Recommended, but the quota has no seat left.</source>
        <translation>获推荐，但名额已满。</translation>
    </message>
    <message>
        <source>Equal with others at the line of the quota.</source>
        <translation>与他者票数相同，恰在名额线上。</translation>
    </message>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation>部委</translation>
    </message>
    <message>
        <source>Local government</source>
        <translation>地方政府</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>社会组织</translation>
    </message>
    <message>
        <source>University</source>
        <translation>高校</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Self-nominated</source>
        <translation>自荐</translation>
    </message>
    <message>
        <source>Recommended by an expert</source>
        <translation>专家推荐</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
</context>
<context>
    <name>ShortlistPage</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Shortlist</source>
        <translation>遴选</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>评议会</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选名单</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>{round} (closed)</source>
        <translation>{round}（已结束）</translation>
    </message>
    <message>
        <source>Round 1, not begun</source>
        <translation>第 1 轮，尚未开始</translation>
    </message>
    <message>
        <source>{decided} of {total} decided in this round</source>
        <translation>本轮已决定 {decided} 个，共 {total} 个</translation>
    </message>
    <message>
        <source>On to experts and cards</source>
        <translation>下一步：专家与评分卡</translation>
    </message>
    <message>
        <source>Freeze the list</source>
        <translation>固定名单</translation>
    </message>
    <message>
        <source>Next: set up the scoring round</source>
        <translation>下一步：设立评分轮</translation>
    </message>
    <message>
        <source>Next: the votes</source>
        <translation>下一步：投票</translation>
    </message>
    <message>
        <source>Next: the decisions</source>
        <translation>下一步：决定</translation>
    </message>
    <message>
        <source>Round {number} is closed.</source>
        <translation>第 {number} 轮已结束。</translation>
    </message>
    <message>
        <source>The quota is full. Set up the scoring round next.</source>
        <translation>名额已满。下一步请设立评分轮。</translation>
    </message>
    <message>
        <source>The quota is full. Freeze the list of candidates next.</source>
        <translation>名额已满。下一步请固定候选名单。</translation>
    </message>
    <message>
        <source>Open round {number}</source>
        <translation>开始第 {number} 轮</translation>
    </message>
    <message>
        <source>Next: the list of candidates</source>
        <translation>下一步：候选名单</translation>
    </message>
    <message>
        <source>Close round {number}</source>
        <translation>结束第 {number} 轮</translation>
    </message>
    <message>
        <source>Its votes and decisions can&apos;t be changed or undone afterwards.</source>
        <translation>结束之后，这一轮的投票和决定不能再改动或撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are undecided and stand as before.</source>
        <translation>
            <numerusform>有 %n 个案例尚未决定，将保持原状。</numerusform>
        </translation>
    </message>
    <message>
        <source>{undecided} {lost}</source>
        <translation>{undecided}{lost}</translation>
    </message>
    <message>
        <source>Close round {number}?</source>
        <translation>结束第 {number} 轮？</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>结束这一轮</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>In the package</source>
        <translation>案例包里有</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n 个候选案例</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} to read</source>
        <translation>阅读材料共 {size}</translation>
    </message>
    <message numerus="yes">
        <source>opens for %n card(s)</source>
        <translation>
            <numerusform>%n 张评分卡可以打开</numerusform>
        </translation>
    </message>
    <message>
        <source>Final once built</source>
        <translation>制成后不再改变</translation>
    </message>
    <message>
        <source>The candidates, their order and texts, the rule, the rubric and the cards. Corrections after that are amendments, which everybody sees.</source>
        <translation>候选案例及其顺序和正文、规则、评分标准和评分卡。此后若要改正，只能发更正，人人都会看到。</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>计分规则</translation>
    </message>
    <message>
        <source>How sheets come back</source>
        <translation>评分表怎样交回</translation>
    </message>
    <message>
        <source>Before it is built</source>
        <translation>制作之前</translation>
    </message>
    <message>
        <source>No round is set up yet.</source>
        <translation>还没有设立评分轮次。</translation>
    </message>
    <message>
        <source>Set up the round</source>
        <translation>去设立</translation>
    </message>
    <message>
        <source>No cards are drawn yet.</source>
        <translation>还没有制作评分卡。</translation>
    </message>
    <message>
        <source>Draw the cards</source>
        <translation>去制卡</translation>
    </message>
    <message>
        <source>Some cases are still on hold.</source>
        <translation>还有案例待定。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去决定</translation>
    </message>
    <message>
        <source>There are no candidates.</source>
        <translation>没有候选案例。</translation>
    </message>
    <message>
        <source>Go to the nominations</source>
        <translation>去申报</translation>
    </message>
    <message>
        <source>The candidates are not frozen: they will be, in the order of their ids.</source>
        <translation>候选名单尚未确定：制作时将按编号排序并定稿。</translation>
    </message>
    <message>
        <source>Choose the order</source>
        <translation>选择顺序</translation>
    </message>
    <message>
        <source>Decisions have changed since the candidates were frozen.</source>
        <translation>候选名单确定之后，决定又有改动。</translation>
    </message>
    <message>
        <source>Freeze again</source>
        <translation>重新确定名单</translation>
    </message>
    <message>
        <source>Every candidate would win: there are no more of them than winners.</source>
        <translation>候选案例不多于获奖名额，会全部获奖。</translation>
    </message>
    <message>
        <source>Look at the counting rule</source>
        <translation>看计分规则</translation>
    </message>
    <message>
        <source>Experts are not told where to send their sheets.</source>
        <translation>还没有告诉专家评分表交到哪里。</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Everything needed is there.</source>
        <translation>所需的都已齐备。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n 项数据没有来源。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting rule, fixed before scoring</source>
        <translation>计分规则（评前已定）</translation>
    </message>
    <message>
        <source>The cut line</source>
        <translation>入选线</translation>
    </message>
    <message>
        <source>Under another rule (for comparison only)</source>
        <translation>假如换一种（只供比较）</translation>
    </message>
    <message>
        <source>Without any one sheet</source>
        <translation>少任何一份评分表</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>是哪几份</translation>
    </message>
    <message numerus="yes">
        <source>The winners hang on %n sheet(s).</source>
        <translation>
            <numerusform>获奖名单会因其中 %n 份而变。</numerusform>
        </translation>
    </message>
    <message>
        <source>The winners stay the same.</source>
        <translation>获奖名单都不变。</translation>
    </message>
    <message>
        <source>Ranks by drawing again</source>
        <translation>重抽与名次区间</translation>
    </message>
    <message numerus="yes">
        <source>As many sheets as came are drawn from them at random, some twice, some not at all, and counted: %n time(s). &quot;95 % ranks&quot; and &quot;Among winners&quot; say what came of it.</source>
        <translation>
            <numerusform>从收到的评分表中随机抽取同样多份（有的抽中几次，有的一次也没有），重新计分，如此重复 %n 次；“区间 95%”与“获奖比例”说的就是这些重抽的结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tie order</source>
        <translation>并列次序</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>全部数字</translation>
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
    <name>SimilarCases</name>
    <message>
        <source>Similar to</source>
        <translation>相近的案例</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Nothing similar: neither here nor among earlier editions.</source>
        <translation>没有相近的案例：本届没有，往届也没有。</translation>
    </message>
    <message>
        <source>Similar cases</source>
        <translation>相近案例</translation>
    </message>
    <message>
        <source>This nomination&apos;s text</source>
        <translation>本件正文</translation>
    </message>
    <message>
        <source>The other one&apos;s text</source>
        <translation>对方正文</translation>
    </message>
    <message>
        <source>This nomination</source>
        <translation>本件</translation>
    </message>
    <message>
        <source>Next common part</source>
        <translation>下一处相同</translation>
    </message>
    <message>
        <source>This one replaces it</source>
        <translation>用这一件替换它</translation>
    </message>
    <message>
        <source>The one chosen above stays as it was handed in, marked as replaced. This can be undone.</source>
        <translation>上面选中的那一件照原样保留，标为“已替换”。可以撤销。</translation>
    </message>
    <message>
        <source>Not the same: accept it</source>
        <translation>不是同一案例，受理</translation>
    </message>
    <message>
        <source>Earlier edition: file…</source>
        <translation>导入往届：文件…</translation>
    </message>
    <message>
        <source>Earlier edition: folder…</source>
        <translation>导入往届：文件夹…</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of earlier editions to compare with.</source>
        <translation>
            <numerusform>可比对的往届案例 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Comparing with all others</source>
        <translation>与其他申报比对</translation>
    </message>
    <message>
        <source>Results and tables (*.zip *.csv *.xlsx)</source>
        <translation>结果档案与表格 (*.zip *.csv *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The folder of an earlier campaign</source>
        <translation>往届评选的工作文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n similar one(s), the nearest first.</source>
        <translation>
            <numerusform>%n 件相近，最近的在前。</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} · {where}</source>
        <comment>a similar case</comment>
        <translation>{title} · {where}</translation>
    </message>
    <message numerus="yes">
        <source>%n common part(s)</source>
        <translation>
            <numerusform>%n 处相同</numerusform>
        </translation>
    </message>
    <message>
        <source>This nomination · {count}</source>
        <translation>本件 · {count}</translation>
    </message>
    <message>
        <source>&quot;{title}&quot; is replaced.</source>
        <translation>“{title}”已被替换。</translation>
    </message>
    <message>
        <source>It stays in the list as it was handed in, marked as replaced.</source>
        <translation>它照原样留在列表里，标为“已替换”。</translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message>
        <source>No source is given</source>
        <translation>没有给出来源</translation>
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
        <source>Check a published result or a certificate…</source>
        <translation>核验公布的结果或证书…</translation>
    </message>
    <message>
        <source>For anyone: neither a card nor a campaign is needed.</source>
        <translation>人人可用：不需要评分卡，也不需要打开评选。</translation>
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
        <source>Run an award from the nominations to the open ballot box, on this computer alone.</source>
        <translation>从收取申报到开箱，整个评选都在这台电脑上完成。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
</context>
<context>
    <name>StateLines</name>
    <message>
        <source>Show these sheets alone</source>
        <translation>只看这些评分表</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Shortlist</source>
        <translation>遴选</translation>
    </message>
    <message>
        <source>Experts and cards</source>
        <translation>专家与评分卡</translation>
    </message>
    <message>
        <source>Case package</source>
        <translation>案例包</translation>
    </message>
    <message>
        <source>Ballot box</source>
        <translation>票箱</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Archive and check</source>
        <translation>归档与核验</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Safekeeping</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>{count} accepted</source>
        <translation>已受理 {count} 个</translation>
    </message>
    <message>
        <source>{count} still in</source>
        <translation>保留 {count} 个</translation>
    </message>
    <message>
        <source>Cards drawn, reserve included: {count}</source>
        <translation>已抽取评分卡 {count} 张，含备用卡</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已制成</translation>
    </message>
    <message>
        <source>Sheets in the box, of those expected (reserve cards not counted): {count}</source>
        <translation>票箱已收与应收的份数：{count}；备用卡不计</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计分</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>final</source>
        <translation>最终</translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message>
        <source>Reason for the cases held or dropped</source>
        <translation>待定与淘汰案例的理由</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不用</translation>
    </message>
    <message>
        <source>{number} cases are undecided and have votes. Taking the suggestions keeps {keep}, holds {hold} and drops {drop}; each can be changed afterwards, and all of it undone at once.</source>
        <translation>有 {number} 个案例已投票而未决定。采用计票建议将保留 {keep} 个、待定 {hold} 个、淘汰 {drop} 个；之后仍可逐个改动，也可一次全部撤销。</translation>
    </message>
</context>
<context>
    <name>SureView</name>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Other rules</source>
        <translation>换一种计分</translation>
    </message>
    <message>
        <source>One sheet fewer</source>
        <translation>少一份评分表</translation>
    </message>
    <message>
        <source>The same sheets, counted in other ways. Only the rule that was fixed before scoring can be sealed; these ranks are for comparison.</source>
        <translation>同样的评分表，换一种方法计分。只有评分之前定下的规则可以封存；这些名次只供比较。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Ranks, counted in other ways</source>
        <translation>换一种计分的名次</translation>
    </message>
    <message>
        <source>Without the sheet</source>
        <translation>去掉哪份</translation>
    </message>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Sheets without which the winners change</source>
        <translation>去掉后获奖名单会变的评分表</translation>
    </message>
    <message>
        <source>Whichever single sheet is left out, the winners stay the same.</source>
        <translation>无论去掉哪一份，获奖名单都不变。</translation>
    </message>
    <message numerus="yes">
        <source>Counted %n time(s), each time without one sheet.</source>
        <translation>
            <numerusform>共重算 %n 次，每次去掉一份评分表。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The winners change with %n of them.</source>
        <translation>
            <numerusform>其中 %n 次获奖名单有变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Complete sheets</source>
        <translation>全评的份数</translation>
    </message>
    <message>
        <source>Figures of agreement</source>
        <translation>一致性指标</translation>
    </message>
    <message>
        <source>W and ICC rest on the sheets that scored every case; α takes the gaps that recusals leave. None of these figures changes the result.</source>
        <translation>W 与 ICC 只用评了全部案例的评分表；α 容许因回避留下的空缺。这些数字都不改变结果。</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>‹ All nominations</source>
        <translation>‹ 全部申报</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Drop nominations here</source>
        <translation>把申报材料拖到这里</translation>
    </message>
    <message>
        <source>Filled forms (DOCX, XLSX), tables with a nomination a row (XLSX, CSV), a folder for each nomination with its text and attachments, ZIP files of such folders. A folder or a ZIP file may hold many nominations at once. You see what comes in before anything is taken.</source>
        <translation>可以是填好的申报表（DOCX、XLSX）、一行一件的汇总表（XLSX、CSV）、每件一个的文件夹（内有正文和附件），或它们的 ZIP 压缩包。一个大文件夹或压缩包里可以装许多件，一次拖进来即可。先看清有什么，再收取。</translation>
    </message>
    <message>
        <source>Handed in as</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Case title</source>
        <translation>案例名称</translation>
    </message>
    <message>
        <source>Nominating body</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>收取结果</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>将要收取的申报</translation>
    </message>
    <message>
        <source>There is no nomination in this.</source>
        <translation>其中没有申报材料。</translation>
    </message>
    <message>
        <source>Accept the complete ones at once</source>
        <translation>材料齐全的同时受理</translation>
    </message>
    <message>
        <source>Choose others</source>
        <translation>另选</translation>
    </message>
    <message>
        <source>Nominations (*.docx *.xlsx *.csv *.tsv *.zip)</source>
        <translation>申报材料 (*.docx *.xlsx *.csv *.tsv *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>A folder of nominations</source>
        <translation>存放申报材料的文件夹</translation>
    </message>
    <message>
        <source>Looking at what there is</source>
        <translation>正在查看材料</translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be taken or are here already; choose a line to see why.</source>
        <translation>
            <numerusform>%n 件无法收取或早已收到；选中一行可看原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is taken in yet. Choose a line to see what is in it.</source>
        <translation>尚未收取任何材料。选中一行可看其中内容。</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n</source>
        <translation>
            <numerusform>收取 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n file(s), names read as {encoding}</source>
        <translation>
            <numerusform>{file}：%n 个文件，文件名按 {encoding} 读入</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Taking nominations in</source>
        <translation>正在收取申报</translation>
    </message>
    <message numerus="yes">
        <source>%n nomination(s) came in complete.</source>
        <translation>
            <numerusform>%n 件申报材料齐全</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your attention.</source>
        <translation>
            <numerusform>另有 %n 件需要处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What could be read is in the list now. %n could not be:</source>
        <translation>
            <numerusform>能读的都已进入列表；%n 件无法读取：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateChoice</name>
    <message>
        <source>Bronze</source>
        <translation>古铜</translation>
    </message>
    <message>
        <source>White</source>
        <translation>留白</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>立轴</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Case text</source>
        <translation>案例正文</translation>
    </message>
    <message>
        <source>Case text as Markdown</source>
        <translation>案例正文（Markdown）</translation>
    </message>
    <message>
        <source>As an expert will read it.</source>
        <translation>专家读到的样子。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不用</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Markdown: # heading, - list, | table |. What was handed in can be had back by undoing.</source>
        <translation>Markdown 格式：# 标题，- 列表，| 表格 |。撤销即可恢复修改前的原文。</translation>
    </message>
</context>
<context>
    <name>TooFew</name>
    <message>
        <source>Save the opening record…</source>
        <translation>保存开箱记录…</translation>
    </message>
    <message>
        <source>Nothing that was opened was kept, and the box is closed again. The record is signed, so sheets that come now are kept as late and do not count. Do as your statutes provide: usually a new round with new cards.</source>
        <translation>已打开的内容没有保留，票箱已重新封闭。记录已经签署，此后到的评分表只作迟到保存，不计入。请按章程处理，通常是用新的评分卡另开一轮。</translation>
    </message>
    <message>
        <source>{accepted} accepted sheets; the rule asks for {minimum} at least.</source>
        <translation>有效评分表 {accepted} 份，规则要求至少 {minimum} 份。</translation>
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
        <source>Picture &quot;{caption}&quot;: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation>图片“{caption}”：{name} 不是本案例可显示的附件，没有载入任何内容。</translation>
    </message>
    <message>
        <source>Picture: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation>图片：{name} 不是本案例可显示的附件，没有载入任何内容。</translation>
    </message>
</context>
<context>
    <name>UndoList</name>
    <message>
        <source>Undo the last edit</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>Redo the edit</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Taken back: {edit}</source>
        <translation>已撤销：{edit}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Every edit and every undoing is a line of the history. Drawing cards, building a package and closing a round make what was edited before final.</source>
        <translation>每次修改和每次撤销都记入日志。抽取评分卡、制成案例包、结束一轮遴选之后，在那之前的修改不能再撤销。</translation>
    </message>
    <message>
        <source>There is nothing to undo: nothing was edited since the campaign was made, cards were drawn, a package was built or a round was closed.</source>
        <translation>没有可以撤销的修改：自新建评选、抽取评分卡、制成案例包或结束一轮遴选以来，没有改动。</translation>
    </message>
</context>
<context>
    <name>UnreadActs</name>
    <message>
        <source>Corrected file…</source>
        <translation>换成改好的文件…</translation>
    </message>
    <message>
        <source>It takes the place of this one, which stays as it was handed in.</source>
        <translation>它将替换这一件；原来交来的照原样留存。</translation>
    </message>
    <message>
        <source>Corrected folder…</source>
        <translation>换成改好的文件夹…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存一份…</translation>
    </message>
    <message>
        <source>Fill in by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>已另存一份。</translation>
    </message>
    <message>
        <source>Nominations (*.docx *.xlsx *.csv *.tsv *.zip)</source>
        <translation>申报材料 (*.docx *.xlsx *.csv *.tsv *.zip)</translation>
    </message>
    <message>
        <source>The corrected nomination</source>
        <translation>改好的申报</translation>
    </message>
    <message>
        <source>What came in has taken the place of {name}, which stays here as it was handed in.</source>
        <translation>新收的已替换 {name}；原来交来的照原样留存。</translation>
    </message>
    <message>
        <source>Taking the corrected one in</source>
        <translation>正在收取改好的申报</translation>
    </message>
    <message>
        <source>{name} is removed from the list.</source>
        <translation>{name} 已移出列表。</translation>
    </message>
    <message>
        <source>Undo brings it back; the log says that it was here.</source>
        <translation>撤销即可恢复；日志里记有此事。</translation>
    </message>
</context>
<context>
    <name>UnsourcedView</name>
    <message>
        <source>Experts read at each of these figures that no source is given. They can go out so; a source can be added in the nomination until the candidates are frozen.</source>
        <translation>专家会在每项数据旁看到“未注明来源”。可以就这样发出；在候选名单确定之前，也可以在申报里补上来源。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Every figure has a source.</source>
        <translation>每项数据都有来源。</translation>
    </message>
    <message>
        <source>Figures without a source</source>
        <translation>没有来源的数据</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Check a result or a certificate</source>
        <translation>核验结果或证书</translation>
    </message>
    <message>
        <source>On this computer, and from nothing but the file: signatures, admission, the count.</source>
        <translation>只凭文件本身，就在这台电脑上核验：签名、评分卡、得分。</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Thumbprint of the organizer&apos;s key</source>
        <translation>组织方公钥指纹</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>from your receipt</source>
        <translation>抄自您的回执</translation>
    </message>
    <message>
        <source>I am an auditor: open my key file…</source>
        <translation>我是审计人：打开我的密钥文件…</translation>
    </message>
    <message>
        <source>Drop a published result or a certificate here</source>
        <translation>把公布的结果或证书拖到这里</translation>
    </message>
    <message>
        <source>a file ending in .results, a certificate (PDF), or a box record you were handed</source>
        <translation>以 .results 结尾的文件、PDF 证书，或您拿到的票箱记录</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Organizer&apos;s key, as published</source>
        <translation>组织方公布的公钥指纹</translation>
    </message>
    <message>
        <source>its thumbprint, or as on a ballot card</source>
        <translation>公钥指纹，或评分卡上的写法</translation>
    </message>
    <message>
        <source>Your receipt, if any</source>
        <translation>您的回执（如交过评分表）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>{done} of {total} sheets</source>
        <translation>已核验 {done} / {total} 份</translation>
    </message>
    <message>
        <source>Files to check (*.results *.pdf *.jws *.txt)</source>
        <translation>可核验的文件 (*.results *.pdf *.jws *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open files to check</source>
        <translation>打开要核验的文件</translation>
    </message>
    <message>
        <source>Key files of age (*.txt *.key)</source>
        <translation>age 密钥文件 (*.txt *.key)</translation>
    </message>
    <message>
        <source>An auditor&apos;s key</source>
        <translation>审计人的密钥</translation>
    </message>
    <message>
        <source>This is no thumbprint: it has 43 letters, digits, - and _; on a ballot card, 12 symbols.</source>
        <translation>这不是公钥指纹：应为 43 个字母、数字、- 和 _；评分卡上的写法为 12 位。</translation>
    </message>
    <message>
        <source>An announcement, a report or a table can&apos;t be checked by itself: open the result that was published with it, a file ending in .results.</source>
        <translation>公告、报告、表格本身无法核验：请打开与它一同公布的结果档案，文件名以 .results 结尾。</translation>
    </message>
    <message>
        <source>This is neither a published result nor a certificate nor a box record.</source>
        <translation>这既不是公布的结果，也不是证书或票箱记录。</translation>
    </message>
    <message>
        <source>This PDF is no certificate made by this program.</source>
        <translation>这份 PDF 不是本程序制作的证书。</translation>
    </message>
    <message>
        <source>Changed, replaced or missing: {part}. Get the file again from where it was published; if that changes nothing, don&apos;t rely on it, keep it, and tell the organizer.</source>
        <translation>被改动、替换或取走的是：{part}。请从公布处重新取得文件；如果仍然这样，请勿采信，保存文件并告知组织方。</translation>
    </message>
    <message>
        <source>This archive was changed or is incomplete.</source>
        <translation>这份档案被改动过或不完整。</translation>
    </message>
    <message>
        <source>Ranking, counted again</source>
        <translation>重新计分得出的名次</translation>
    </message>
    <message>
        <source>What the organizer states</source>
        <translation>组织方所列的名次</translation>
    </message>
    <message>
        <source>Compare with the page what was signed; for anything else on the page the signature says nothing.</source>
        <translation>以下是签名所证明的内容，请与页面逐项比对；页面上的其他内容不在签名之内。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, each with its signature checked</source>
        <translation>
            <numerusform>另有 %n 份，签名均已核验</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the published result, too: the receipt is looked up in it.</source>
        <translation>请再打开公布的结果：回执要在其中查找。</translation>
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
    <name>VoteModel</name>
    <message>
        <source>no vote yet</source>
        <translation>尚未投票</translation>
    </message>
    <message>
        <source>{member} on {case}: {said}</source>
        <translation>{member}对“{case}”：{said}</translation>
    </message>
    <message>
        <source>{recommend} recommend, {hold} hold, {drop} drop, {recused} stand aside</source>
        <translation>推荐 {recommend}，待定 {hold}，淘汰 {drop}，回避 {recused}</translation>
    </message>
    <message>
        <source>{tally}. Suggested: {decision}. {why}</source>
        <translation>{tally}。计票建议：{decision}。{why}</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>计票</translation>
    </message>
</context>
<context>
    <name>VotesView</name>
    <message>
        <source>Votes: cases and members</source>
        <translation>投票：案例与评议人</translation>
    </message>
    <message>
        <source>Case by case</source>
        <translation>逐案</translation>
    </message>
    <message>
        <source>Member by member</source>
        <translation>逐人</translation>
    </message>
    <message>
        <source>Read votes from CSV…</source>
        <translation>从 CSV 读入投票…</translation>
    </message>
    <message>
        <source>On the big screen</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Name the members of the panel first, under &quot;Panel&quot;.</source>
        <translation>请先在“评议会”里写下评议人。</translation>
    </message>
    <message>
        <source>No case is on the table. Accept nominations first.</source>
        <translation>没有可评议的案例。请先受理申报。</translation>
    </message>
    <message>
        <source>The ballots of this round come by sealed sheets; their sums stand at the right.</source>
        <translation>本轮为密封投票，右侧是合计。</translation>
    </message>
    <message>
        <source>This round is closed; its votes stand.</source>
        <translation>这一轮已经结束，投票不再改动。</translation>
    </message>
    <message>
        <source>1 recommend · 2 hold · 3 drop · 4 stand aside · 0 takes a vote back · Enter goes down. Several cells can be marked and voted at once.</source>
        <translation>1 推荐 · 2 待定 · 3 淘汰 · 4 回避 · 0 撤回 · 回车到下一案。可选中多格一起记票。</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) taken in</source>
        <translation>
            <numerusform>已记入 %n 票</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Go to the ballot box</source>
        <translation>前往票箱</translation>
    </message>
    <message>
        <source>Count now</source>
        <translation>现在计分</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) were accepted: too few for a result.</source>
        <translation>
            <numerusform>只有 %n 份评分表被接受，不足以得出结果。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n are needed, so that no single voice can be read out of a result. Only the counts are shown; nothing of what was opened was kept.</source>
        <translation>
            <numerusform>至少需要 %n 份，以免从结果中读出某一个人的意见。这里只列各类份数；开启所得的内容一概没有留下。</numerusform>
        </translation>
    </message>
    <message>
        <source>The result stands here once the ballot box is opened.</source>
        <translation>票箱开启之后，结果显示在这里。</translation>
    </message>
    <message>
        <source>The rule is fixed already: it was sealed into the case package before anybody scored.</source>
        <translation>规则早已固定：在任何人评分之前，就封入了案例包。</translation>
    </message>
    <message>
        <source>How it is counted is fixed with the round, before anybody scores.</source>
        <translation>如何计分，在建立本轮时就定下，先于任何评分。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计分…</translation>
    </message>
    <message>
        <source>The ranking, and a few thousand draws to see how sure it is.</source>
        <translation>排出名次，并重抽几千次，看它有多稳。</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>没有计分。</translation>
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
        <source>User guide</source>
        <translation>使用指南</translation>
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
        <source>Close this campaign</source>
        <translation>关闭这个评选</translation>
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
        <source>Undo: {change}</source>
        <translation>撤销：{change}</translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation>重做：{change}</translation>
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
    <name>WordingForm</name>
    <message>
        <source>Change the wording</source>
        <translation>修改文字</translation>
    </message>
    <message>
        <source>Back to the template&apos;s words</source>
        <translation>恢复样式原有的文字</translation>
    </message>
    <message>
        <source>Chinese words</source>
        <translation>中文文字</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>英文文字</translation>
    </message>
    <message>
        <source>What stands in brackets is filled in on each certificate: {names}</source>
        <translation>〔 〕中的内容由程序在每份证书上填写：{names}</translation>
    </message>
    <message>
        <source>What is signed and left out here is printed small beside the code.</source>
        <translation>签名中有、文字里没写到的内容，会以小字印在二维码旁。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>推荐语</translation>
    </message>
</context>
<context>
    <name>WrittenCards</name>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>{pdf} and {files} lie here: {folder}
Print now; delete both once the cards are handed out.</source>
        <translation>{pdf} 和 {files} 存放在：{folder}
请现在打印；发完卡后把两者都删除。</translation>
    </message>
    <message>
        <source>Cards drawn earlier still lie here; they are worthless, delete them, too: {folders}</source>
        <translation>此前抽的评分卡已经无效，文件还在这里，请一并删除：{folders}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n criteria, each scored from {lowest} to {highest}.</source>
        <translation>
            <numerusform>%n 项标准，每项评 {lowest} 至 {highest} 分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of a case&apos;s totals the %n highest and the %n lowest are left out; the rest is averaged.</source>
        <translation>
            <numerusform>每个案例去掉 %n 个最高总分和 %n 个最低总分，其余取平均。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n rank(s) win.</source>
        <translation>
            <numerusform>前 %n 名获奖。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A case scored on fewer than %n sheet(s) gets no rank.</source>
        <translation>
            <numerusform>评分不足 %n 份的案例不排名次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The anonymous sheets and the comments are sealed to %n auditor(s); nobody else can count again.</source>
        <translation>
            <numerusform>匿名评分表和评语密封给 %n 位审计人；只有他们能够重新计分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With fewer than %n accepted sheets the box shows counts only, and closes again.</source>
        <translation>
            <numerusform>有效评分表少于 %n 份时，票箱只显示份数，随即重新封上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The anonymous sheets, the comments and the statistics: they are sealed to %n auditor(s).</source>
        <translation>
            <numerusform>匿名评分表、评语与统计：加密交给 %n 位审计人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same winners, with %n change(s) of rank</source>
        <translation>
            <numerusform>获奖名单不变；%n 个案例名次有变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n more point(s) over all its sheets, {first} would have drawn level.</source>
        <translation>
            <numerusform>{first}的全部评分表合计多给 %n 分，才能追平。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scored on %n sheet(s)</source>
        <translation>
            <numerusform>有 %n 份评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n 份评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W and ICC rest on the %n sheet(s) that scored every case, of {all}; α rests on all of them.</source>
        <translation>
            <numerusform>W 与 ICC 只用到 {all} 份中给全部案例打了分的 %n 份；α 用到全部评分表。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means of all %n sheet(s), those included that the score leaves out: they needn&apos;t add up to it.</source>
        <translation>
            <numerusform>全部 %n 份评分表的平均，含计分时去掉的：加起来不一定等于得分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means of all %n sheet(s); the score is counted otherwise, so they needn&apos;t add up to it.</source>
        <translation>
            <numerusform>全部 %n 份评分表的平均；得分另按规则计算，加起来不一定等于得分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), the first and the last included</source>
        <translation>
            <numerusform>共 %n 天，含首尾两天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The box opens with %n accepted sheet(s), but a case needs {needed} for a rank: with fewer than {needed} there would be a result without a single rank.</source>
        <translation>
            <numerusform>有效评分表满 %n 份就能开箱，案例排名却至少需要 {needed} 份：不足 {needed} 份时，结果里没有一个名次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scored by all {sheets} on the roster, a case keeps %n total(s) once the highest and lowest are left out: too few for a mean to say much. Leave out fewer, ask more experts, or take the median.</source>
        <translation>
            <numerusform>名册上 {sheets} 人都评分时，一个案例去掉最高、最低后只剩 %n 个总分，平均分说明不了什么。可以少去掉一些、多请几位专家，或改用中位数。</numerusform>
        </translation>
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
    <name>experts</name>
    <message>
        <source>Sits on the panel</source>
        <translation>兼任评议人</translation>
    </message>
    <message>
        <source>Same name as on the panel</source>
        <translation>与评议人同名</translation>
    </message>
    <message>
        <source>Institution of the panel</source>
        <translation>与评议人同单位</translation>
    </message>
    <message>
        <source>Institution behind a case</source>
        <translation>申报相关单位</translation>
    </message>
    <message>
        <source>Named in a nomination</source>
        <translation>申报材料提到此人</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>评议会</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Who helped to choose the candidates would score them, too: one voice counts in two stages.</source>
        <translation>参与遴选候选案例的人又来评分：同一个人的意见在两个阶段都起作用。</translation>
    </message>
    <message>
        <source>Perhaps the same person, perhaps only the same name: ask.</source>
        <translation>可能是同一个人，也可能只是同名：请核实。</translation>
    </message>
    <message>
        <source>Not forbidden. Where one institution is heard in both stages often, others will ask why.</source>
        <translation>并不禁止。但若同一单位在两个阶段出现过多，难免引人质疑。</translation>
    </message>
    <message>
        <source>The own institution is behind the case, or has much the same name: an interest in the outcome.</source>
        <translation>案例与本人单位有关，或单位名称非常接近：与结果有利害关系。</translation>
    </message>
    <message>
        <source>The nomination names this person as its contact: an interest in the outcome, if it is the same one.</source>
        <translation>申报材料把此人列为联系人：若确是同一个人，便与结果有利害关系。</translation>
    </message>
    <message>
        <source>Have the member stand aside in the shortlist&apos;s votes on this case.</source>
        <translation>请该评议人在遴选中对这一案例回避。</translation>
    </message>
    <message>
        <source>Ask another expert, or say so openly in the report.</source>
        <translation>改请其他专家，或在报告中如实说明。</translation>
    </message>
    <message>
        <source>If it is the same person, ask another expert, or say so openly.</source>
        <translation>若是同一个人，请改请其他专家，或如实说明。</translation>
    </message>
    <message>
        <source>Leave it, or balance the roster with other institutions.</source>
        <translation>可以保留，或增加其他单位的专家以求均衡。</translation>
    </message>
    <message>
        <source>The expert recuses from this case: the program asks for the own institution and suggests it. With many such cases, ask another expert.</source>
        <translation>请该专家对这一案例回避：评审程序会询问本人单位并作提示。若涉及的案例较多，请改请其他专家。</translation>
    </message>
    <message>
        <source>Ask another expert, or agree on a recusal from this case.</source>
        <translation>改请其他专家，或约定对这一案例回避。</translation>
    </message>
    <message>
        <source>{criterion} (weight {weight})</source>
        <translation>{criterion}（权重 {weight}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A case&apos;s score is the mean of the totals it was given.</source>
        <translation>案例得分为各份总分的平均。</translation>
    </message>
    <message>
        <source>A case&apos;s score is the median of the totals it was given.</source>
        <translation>案例得分为各份总分的中位数。</translation>
    </message>
    <message>
        <source>A case&apos;s score is the mean of its totals, corrected for how strict those were who scored it. A case that no chain of shared experts ties to the others gets no rank.</source>
        <translation>案例得分为各份总分的平均，并按评分专家的宽严作校正。若某案例与其他案例之间没有共同的评分专家可作衔接，则不排名。</translation>
    </message>
    <message>
        <source>Of a case&apos;s totals the highest {share} % and the lowest {share} % are left out, in whole totals rounded down; the rest is averaged.</source>
        <translation>每个案例去掉最高的 {share}% 和最低的 {share}% 的总分（个数向下取整），其余取平均。</translation>
    </message>
    <message>
        <source>Equal scores are put in order by lot.</source>
        <translation>得分相同时，抽签定先后。</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Equal scores are told apart by {order}; what is still equal, by lot.</source>
        <translation>得分相同时，依次比较{order}；仍相同者抽签定先后。</translation>
    </message>
    <message>
        <source>Equal scores are told apart by {order}; what is still equal shares a rank.</source>
        <translation>得分相同时，依次比较{order}；仍相同者名次并列。</translation>
    </message>
    <message>
        <source>Equal scores share a rank.</source>
        <translation>得分相同者名次并列。</translation>
    </message>
    <message>
        <source>The lot follows from the terms, the closed box and a public draw that nobody knows yet: {draw}</source>
        <translation>签由条款、封好的票箱和一次事先无人知晓的公开开奖得出：{draw}</translation>
    </message>
    <message>
        <source>The lot follows from the terms and the closed box; anybody can draw it again.</source>
        <translation>签由条款和封好的票箱得出，任何人都可重新验算。</translation>
    </message>
    <message>
        <source>Without a public draw, whoever signs the box record could sign it again until the lot suits; a draw held after the box is closed prevents that.</source>
        <translation>没有公开抽取时，签署票箱记录的人可以反复重签，直到抽签结果合意；封箱之后举行的公开抽取可以防止这一点。</translation>
    </message>
    <message>
        <source>Experts may abstain from a case.</source>
        <translation>允许对个别案例弃权。</translation>
    </message>
    <message>
        <source>Experts may not abstain; recusal is always possible.</source>
        <translation>不允许弃权；有利害关系时总可以回避。</translation>
    </message>
    <message>
        <source>Only the winners are published, without order and without scores.</source>
        <translation>只公布获奖名单，不公布先后和分数。</translation>
    </message>
    <message>
        <source>The winners are published with rank and score; of the others nothing.</source>
        <translation>公布获奖案例的名次和分数；其余一概不公布。</translation>
    </message>
    <message>
        <source>All cases are published with their titles, ranks and scores, but no sheet.</source>
        <translation>公布所有案例的名称、名次和分数，不公布评分表。</translation>
    </message>
    <message>
        <source>Everything is published: all cases with their titles and all anonymous scores.</source>
        <translation>全部公布：所有案例的名称与所有匿名评分。</translation>
    </message>
    <message>
        <source>Scores are published of the winners only; the other cases stay unnamed, and can still be verified.</source>
        <translation>只公布获奖案例的分数；其余案例不具名，仍可核验。</translation>
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
        <source>This is a PDF, not a case package.</source>
        <translation>这是 PDF 文件，不是案例包。</translation>
    </message>
    <message>
        <source>This is what the QR code of a certificate says, not a case package.</source>
        <translation>这是证书二维码的内容，不是评审包。</translation>
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
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>Anyone can check it: the first page has a line for that. To score, open the case package you were sent.</source>
        <translation>人人都可以核验它：首页上有入口。要评分，请打开发给您的案例包。</translation>
    </message>
    <message>
        <source>To score, open the file ending in .casepkg that you were sent. It is no certificate either: it holds no signed statement.</source>
        <translation>要评分，请打开发给您的、以 .casepkg 结尾的文件。它也不是证书：其中没有签名的声明。</translation>
    </message>
    <message>
        <source>Anyone can check it: the first page has a line for that. To score, open the file ending in .casepkg that you were sent.</source>
        <translation>人人都可以核验它：首页上有入口。要评分，请打开发给您的、以 .casepkg 结尾的文件。</translation>
    </message>
    <message>
        <source>This is a part of another case package.</source>
        <translation>这是另一个案例包的分卷。</translation>
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
    <name>fill_ins</name>
    <message>
        <source>[case]</source>
        <translation>〔案例〕</translation>
    </message>
    <message>
        <source>[case without quotation marks]</source>
        <translation>〔案例（不加引号）〕</translation>
    </message>
    <message>
        <source>[recipient]</source>
        <translation>〔获奖单位〕</translation>
    </message>
    <message>
        <source>[edition]</source>
        <translation>〔届次〕</translation>
    </message>
    <message>
        <source>[award]</source>
        <translation>〔奖项〕</translation>
    </message>
    <message>
        <source>[number]</source>
        <translation>〔编号〕</translation>
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
        <source>In a campaign: next station</source>
        <translation>评选中：下一个环节</translation>
    </message>
    <message>
        <source>In a campaign: station before</source>
        <translation>评选中：上一个环节</translation>
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
        <source>Organizer</source>
        <translation>组织者</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>nominations</name>
    <message>
        <source>Accepted here</source>
        <translation>本届已受理</translation>
    </message>
    <message>
        <source>Handed in here</source>
        <translation>本届收到</translation>
    </message>
    <message>
        <source>Edition {year}</source>
        <translation>往届：{year}</translation>
    </message>
    <message>
        <source>Can&apos;t be read, is kept</source>
        <translation>无法读取，照原样留存</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>Comes in incomplete</source>
        <translation>可收取，材料不全</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>早已收到</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>材料不全</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>figure {number}: {part}</source>
        <translation>第 {number} 个数据的{part}</translation>
    </message>
    <message>
        <source>figure {number}</source>
        <translation>第 {number} 个数据</translation>
    </message>
    <message>
        <source>Figures: {part}</source>
        <translation>数据：{part}</translation>
    </message>
    <message>
        <source>Case text: {section}</source>
        <translation>正文：{section}</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案例编号</translation>
    </message>
    <message>
        <source>Case title</source>
        <translation>案例名称</translation>
    </message>
    <message>
        <source>Nominating body</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Type of body</source>
        <translation>单位类型</translation>
    </message>
    <message>
        <source>Carrying body</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Certificate goes to</source>
        <translation>获奖单位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>申报方式</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Earlier awards</source>
        <translation>曾获奖项</translation>
    </message>
    <message>
        <source>Case text</source>
        <translation>案例正文</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据依据</translation>
    </message>
    <message>
        <source>Sources of the figures</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation>部委</translation>
    </message>
    <message>
        <source>Local government</source>
        <translation>地方政府</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>社会组织</translation>
    </message>
    <message>
        <source>University</source>
        <translation>高校</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Own nomination</source>
        <translation>自荐</translation>
    </message>
    <message>
        <source>By experts</source>
        <translation>专家推荐</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>ZIP</translation>
    </message>
    <message>
        <source>Word form</source>
        <translation>Word 申报表</translation>
    </message>
    <message>
        <source>Excel table</source>
        <translation>Excel 表</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Garbled characters</source>
        <translation>乱码</translation>
    </message>
    <message>
        <source>Read in the wrong encoding; this is what they were.</source>
        <translation>因编码读错而成；右边是原来的文字。</translation>
    </message>
    <message>
        <source>Every character twice</source>
        <translation>每个字都重复</translation>
    </message>
    <message>
        <source>Some PDF programs copy bold type so; one of each is left.</source>
        <translation>有些 PDF 程序复制粗体字时会这样；每个字只留一个。</translation>
    </message>
    <message>
        <source>Pinyin between the characters</source>
        <translation>字间夹有拼音</translation>
    </message>
    <message>
        <source>Readings in brackets, copied along from a page, are taken out.</source>
        <translation>去掉从网页一并复制来的括注拼音。</translation>
    </message>
    <message>
        <source>Full-width digits and letters</source>
        <translation>全角数字和字母</translation>
    </message>
    <message>
        <source>They look alike but are not found by a search; they become usual ones.</source>
        <translation>看起来一样，搜索时却找不到；改为半角。</translation>
    </message>
    <message>
        <source>Lines broken in the middle of sentences</source>
        <translation>句子中间断行</translation>
    </message>
    <message>
        <source>Line ends copied from a PDF or an e-mail are taken out.</source>
        <translation>去掉从 PDF 或邮件复制来的换行。</translation>
    </message>
    <message>
        <source>To {body}

Thank you for nominating &quot;{title}&quot; for {award} ({edition}). We can&apos;t accept it as it is:

{reason}

Please send it again once this is settled; whatever is right already can stay as it is.

{organizers}</source>
        <translation>{body}：

感谢贵单位为“{award}”（{edition}）申报案例《{title}》。因下列原因，材料暂时不能受理：

{reason}

请补正后重新报送；其余内容无需改动。

{organizers}</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Kendall&apos;s W</source>
        <translation>肯德尔和谐系数 W</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α, ordinal</source>
        <translation>克里彭多夫 α（顺序）</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α, interval</source>
        <translation>克里彭多夫 α（等距）</translation>
    </message>
    <message>
        <source>ICC(2,1), intraclass correlation of one sheet</source>
        <translation>ICC(2,1)，组内相关系数：单份评分表</translation>
    </message>
    <message>
        <source>ICC(2,k), intraclass correlation of the mean of all sheets</source>
        <translation>ICC(2,k)，组内相关系数：全部评分表的平均</translation>
    </message>
    <message>
        <source>Kendall W</source>
        <translation>肯德尔 W</translation>
    </message>
    <message>
        <source>α ordinal</source>
        <translation>α（顺序）</translation>
    </message>
    <message>
        <source>α interval</source>
        <translation>α（等距）</translation>
    </message>
    <message>
        <source>How alike the experts order the cases: 1 all in the same order, 0 in no common order.</source>
        <translation>专家排出的先后有多一致：1 为完全一致，0 为各排各的。</translation>
    </message>
    <message>
        <source>Agreement beyond chance on what is higher and lower: 1 complete, 0 what dice would give; gaps are allowed for.</source>
        <translation>除去偶然，专家对孰高孰低有多一致：1 为完全一致，0 与掷骰子无异；缺评也算得出。</translation>
    </message>
    <message>
        <source>Agreement beyond chance on the points themselves: 1 complete, 0 what dice would give. It is low where some are strict and others generous.</source>
        <translation>除去偶然，专家给的分数本身有多一致：1 为完全一致，0 与掷骰子无异。有人严、有人宽时会偏低。</translation>
    </message>
    <message>
        <source>How far one sheet alone could be relied on: 1 fully, 0 not at all.</source>
        <translation>只凭一份评分表有多可靠：1 为完全可靠，0 为全不可靠。</translation>
    </message>
    <message>
        <source>How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by this mean.</source>
        <translation>全部评分表的平均有多可靠：1 为完全可靠，0 为全不可靠。名次就按这个平均排定。</translation>
    </message>
    <message>
        <source>How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking leaves the highest and the lowest out: for it, this is a guide only.</source>
        <translation>全部评分表的平均有多可靠：1 为完全可靠，0 为全不可靠。排名去掉了最高分和最低分，此数只供参考。</translation>
    </message>
    <message>
        <source>How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by the median: for it, this is a guide only.</source>
        <translation>全部评分表的平均有多可靠：1 为完全可靠，0 为全不可靠。排名按中位数，此数只供参考。</translation>
    </message>
    <message>
        <source>How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking evens out who is strict: for it, this is a guide only.</source>
        <translation>全部评分表的平均有多可靠：1 为完全可靠，0 为全不可靠。排名已校正各人的宽严，此数只供参考。</translation>
    </message>
    <message>
        <source>How far the mean of all sheets can be relied on: 1 fully, 0 not at all. The ranking goes by each sheet&apos;s order: for it, this is a guide only.</source>
        <translation>全部评分表的平均有多可靠：1 为完全可靠，0 为全不可靠。排名只看每份评分表的先后次序，此数只供参考。</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>The winners, without order and without scores.</source>
        <translation>获奖案例，不分先后，不列分数。</translation>
    </message>
    <message>
        <source>The winners with rank and score.</source>
        <translation>获奖案例及其名次、得分。</translation>
    </message>
    <message>
        <source>Ranks and scores of the other cases, without their names.</source>
        <translation>其余案例的名次与得分，不列名称。</translation>
    </message>
    <message>
        <source>All cases with title, rank and score.</source>
        <translation>全部案例的名称、名次与得分。</translation>
    </message>
    <message>
        <source>All anonymous sheets by receipt; the comments shuffled, apart from the scores.</source>
        <translation>全部匿名评分表，以回执为记；评语打乱顺序，与分数分开。</translation>
    </message>
    <message>
        <source>Rank intervals and the figures of agreement.</source>
        <translation>名次区间与一致性指标。</translation>
    </message>
    <message>
        <source>Comments on the other cases too, word for word: a name that stands in one becomes public.</source>
        <translation>对其他案例的意见，一字不改：意见里写到的名称也就公开了。</translation>
    </message>
    <message>
        <source>Cases set aside, without their names, with the reason word for word.</source>
        <translation>被移出的案例（不写名称）及其理由原文。</translation>
    </message>
    <message>
        <source>The rule, the record of the box, and how each sheet ended, by receipt.</source>
        <translation>计分规则、票箱记录，以及每份评分表的去向（以回执为记）。</translation>
    </message>
    <message>
        <source>Whose sheet is whose: nobody knows, not even the program.</source>
        <translation>哪份评分表出自何人：无人知道，程序也不知道。</translation>
    </message>
    <message>
        <source>Cases set aside, with the reason.</source>
        <translation>被移出的案例及其理由。</translation>
    </message>
    <message>
        <source>Ranks and scores, and the names of the other cases.</source>
        <translation>名次、得分，以及其余案例的名称。</translation>
    </message>
    <message>
        <source>The other cases altogether.</source>
        <translation>其余案例的一切。</translation>
    </message>
    <message>
        <source>The names of the other cases.</source>
        <translation>其余案例的名称。</translation>
    </message>
    <message>
        <source>Who objects, and in which words.</source>
        <translation>谁提出异议，用了什么措辞。</translation>
    </message>
    <message>
        <source>totals from {low} to {high}</source>
        <translation>总分 {low} 至 {high}</translation>
    </message>
    <message>
        <source>%n left out</source>
        <translation>去掉 %n 份</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>不排名</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Trimmed mean</source>
        <translation>去极值平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Severity corrected</source>
        <translation>校正宽严</translation>
    </message>
    <message>
        <source>Borda count</source>
        <translation>波达计数</translation>
    </message>
    <message>
        <source>all totals of a case, added up and divided by their number</source>
        <translation>一个案例的全部总分相加，再除以份数</translation>
    </message>
    <message>
        <source>the highest and the lowest totals of a case are left out</source>
        <translation>去掉一个案例最高和最低的总分</translation>
    </message>
    <message>
        <source>the total in the middle, half of the sheets above it and half below</source>
        <translation>居中的总分：一半评分表比它高，一半比它低</translation>
    </message>
    <message>
        <source>what a strict or a generous expert takes from or gives to all cases alike is evened out</source>
        <translation>专家打分普遍偏严或偏宽的部分先拉平，再作比较</translation>
    </message>
    <message>
        <source>only the order counts in which a sheet puts the cases, not its points</source>
        <translation>只看每份评分表把案例排成什么先后，不看分数</translation>
    </message>
    <message>
        <source>No sheet scored every case, so W and ICC are not defined; α rests on all sheets.</source>
        <translation>没有一份评分表给全部案例打了分，W 与 ICC 无从计算；α 用到全部评分表。</translation>
    </message>
    <message>
        <source>First place: {new} instead of {old}.</source>
        <translation>第一名：由{old}变为{new}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} 等，另有 {more} 个</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>On notice from {since} to {until}: {days}</source>
        <translation>公示期 {since} 至 {until}，{days}</translation>
    </message>
    <message>
        <source>There was no notice. Reason: {reason}</source>
        <translation>未设公示期。理由：{reason}</translation>
    </message>
    <message>
        <source>The notice ended before its last day, {until}. Reason: {reason}</source>
        <translation>公示原定至 {until}，提前结束。理由：{reason}</translation>
    </message>
    <message>
        <source>Also a winner: {names}</source>
        <translation>另加：{names}</translation>
    </message>
    <message>
        <source>No longer a winner: {names}</source>
        <translation>落选：{names}</translation>
    </message>
    <message>
        <source>In: {gained}. Out: {lost}.</source>
        <translation>进：{gained}。出：{lost}。</translation>
    </message>
    <message>
        <source>There is no cut line: either nobody wins, or nobody stays out.</source>
        <translation>没有入选线：无人获奖，或无人落选。</translation>
    </message>
    <message>
        <source>{last} and {first} are equal in every figure; a lot decided between them.</source>
        <translation>{last}与{first}各项全同，由抽签决定。</translation>
    </message>
    <message>
        <source>{last} and {first} have the same score; the tie order decided.</source>
        <translation>{last}与{first}得分相同，由并列次序决定。</translation>
    </message>
    <message>
        <source>{gap} points lie between {last} ({high}) and {first} ({low}).</source>
        <translation>{last}（{high}）与{first}（{low}）相差 {gap} 分。</translation>
    </message>
    <message>
        <source>at least %n are needed for a rank</source>
        <translation>至少 %n 份才排名</translation>
    </message>
    <message>
        <source>Rank {rank}</source>
        <translation>第 {rank} 名</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>得分 {score}</translation>
    </message>
    <message>
        <source>95 % rank interval {interval}</source>
        <translation>名次区间（95%）{interval}</translation>
    </message>
    <message>
        <source>among the winners in {share} of the draws</source>
        <translation>{share} 的重抽中获奖</translation>
    </message>
    <message>
        <source>placed by lot</source>
        <translation>由抽签定序</translation>
    </message>
    <message>
        <source>recused</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>Final since {day}</source>
        <translation>最终结果，{day} 宣布</translation>
    </message>
    <message>
        <source>Counted, not confirmed</source>
        <translation>已计分，尚未确认</translation>
    </message>
    <message>
        <source>Confirmed, without a notice</source>
        <translation>拟定结果，未设公示期</translation>
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
    <name>verify</name>
    <message>
        <source>The page says something else than what was signed.</source>
        <translation>页面内容与签名内容不一致。</translation>
    </message>
    <message>
        <source>This file was changed after it was made.</source>
        <translation>这份文件制成之后被改动过。</translation>
    </message>
    <message>
        <source>The signed statement holds. The page itself was not checked.</source>
        <translation>签名内容成立，但页面本身未能核对。</translation>
    </message>
    <message>
        <source>A box record; it says something only beside the archive.</source>
        <translation>票箱记录；要与档案对照才有意义。</translation>
    </message>
    <message>
        <source>What can be checked without the sheets agrees. Nothing was counted: they are for auditors.</source>
        <translation>不看评分表能核对的，都一致。评分表只交审计人，这里没有重新计分。</translation>
    </message>
    <message>
        <source>Everything agrees. Whose key signed it, the file can&apos;t say by itself.</source>
        <translation>全部一致。至于签名的密钥属于谁，文件自己证明不了。</translation>
    </message>
    <message>
        <source>Everything agrees, and the key is the one you expect.</source>
        <translation>全部一致，签名的密钥也是预期的那一把。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Signed by the key you expect: {key}</source>
        <translation>签名的密钥是预期的那一把：{key}</translation>
    </message>
    <message>
        <source>Signed by {key}; you expect {expected}. Don&apos;t rely on this file.</source>
        <translation>由 {key} 签名，而预期的是 {expected}。请勿采信这份文件。</translation>
    </message>
    <message>
        <source>Rank intervals and agreement were calculated again from the sheets.</source>
        <translation>名次区间和专家的一致程度已由评分表重新算出。</translation>
    </message>
    <message>
        <source>The result is final.</source>
        <translation>结果已为最终结果。</translation>
    </message>
    <message>
        <source>The result is proposed, not final: objections may still change it.</source>
        <translation>结果为拟定，尚未最终确定，异议仍可能改变它。</translation>
    </message>
    <message>
        <source>Set aside by the organizer: {title}. Reason: {reason}</source>
        <translation>组织方移出：{title}。理由：{reason}</translation>
    </message>
    <message>
        <source>The ranking is what the organizer states.</source>
        <translation>名次是组织方所列。</translation>
    </message>
    <message>
        <source>The ranking was counted again by the rule and came out otherwise; see above.</source>
        <translation>已按规则重新计分，结果不同，详见上文。</translation>
    </message>
    <message>
        <source>The ranking was counted again by the rule and came out the same.</source>
        <translation>已按规则重新计分，结果相同。</translation>
    </message>
    <message>
        <source>verify.html in it is the page that this program knows.</source>
        <translation>其中的 verify.html 就是本程序所带的那一页。</translation>
    </message>
    <message>
        <source>verify.html in it is another page than this program knows. Don&apos;t check with that one.</source>
        <translation>其中的 verify.html 不是本程序所带的那一页。请勿用它核验。</translation>
    </message>
    <message>
        <source>The archive holds no verify.html.</source>
        <translation>档案里没有 verify.html。</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>另有 %n 个</translation>
    </message>
    <message>
        <source>The twelve symbols are right, the revision is not: in the archive this is {receipt}. Every revision has symbols of its own.</source>
        <translation>十二位对得上，版次不对：档案里这一张是 {receipt}。每一版的十二位都不同。</translation>
    </message>
    <message>
        <source>{typed} is not in this archive, but {receipt} is, which differs in one place. Compare it with your receipt, symbol by symbol.</source>
        <translation>这份档案里没有 {typed}，但有 {receipt}，只差一处。请与您的回执逐位核对。</translation>
    </message>
    <message>
        <source>This is a delivery code: the file you sent has arrived and stands in the box record. The receipt is the code beside it.</source>
        <translation>这是收件码：您寄出的文件已经收到，记在票箱记录里。回执是与它写在一起的另一个码。</translation>
    </message>
    <message>
        <source>{receipt} is not in this archive. First compare it with your receipt, symbol by symbol: it has no letters I, L, O and U. If every symbol is right, tell the organizer and a witness.</source>
        <translation>这份档案里没有 {receipt}。请先与您的回执逐位核对：回执里没有字母 I、L、O、U。逐位无误仍然没有，请告知组织方和见证人。</translation>
    </message>
    <message>
        <source>{receipt} is in the archive: {state}. {meaning}</source>
        <translation>{receipt} 在档案里：{state}。{meaning}</translation>
    </message>
    <message>
        <source>{receipt} is on the list; the organizer states: {state}. {meaning}</source>
        <translation>{receipt} 在名单上；组织方所列状态：{state}。{meaning}</translation>
    </message>
    <message>
        <source>This archive does not hold. Faults: %n</source>
        <translation>这份档案不成立：有 %n 处不符。</translation>
    </message>
    <message>
        <source>A draft from before the result was final: it proves no award.</source>
        <translation>试印件，制作时结果尚未最终确定：不能证明获奖。</translation>
    </message>
    <message>
        <source>Public draw as entered: {draw}. Compare it with what was drawn: {source}</source>
        <translation>登记的公开抽取：{draw}。请与实际抽取的结果核对：{source}</translation>
    </message>
    <message>
        <source>Signed by another key than the one you expect: don&apos;t rely on it.</source>
        <translation>签名的不是您给出的密钥：请勿采信。</translation>
    </message>
    <message>
        <source>Signed by the key {key}, on ballot cards {short}. Compare it with what the organizer has published or printed on a card, or put that in above; don&apos;t copy it from here.</source>
        <translation>签名密钥的公钥指纹是 {key}，评分卡上写作 {short}。请与组织方公布的或评分卡上印的比对，或把那个填到上面；不要从这里复制。</translation>
    </message>
    <message>
        <source>All parts are signed with one key; nothing was added, removed or swapped.</source>
        <translation>各部分由同一个密钥签名，没有增加、减少或调换。</translation>
    </message>
    <message>
        <source>A result was given out before, most likely the proposed one for objections. Its short code is {short}.</source>
        <translation>此前公布过一份结果，多半是公示时的拟定结果，它的短码是 {short}。</translation>
    </message>
    <message>
        <source>Where the random numbers for lots and intervals start (seed): {seed}</source>
        <translation>抽签和重新抽样所用随机数的起点（种子）：{seed}</translation>
    </message>
    <message>
        <source>Objections were heard from {since} to {until}, the organizer states.</source>
        <translation>据组织方称，公示期为 {since} 至 {until}。</translation>
    </message>
    <message>
        <source>Declared final on {day}, the organizer states.</source>
        <translation>据组织方称，{day} 宣布为最终结果。</translation>
    </message>
    <message>
        <source>That was before the notice was over; the organizer&apos;s reason: {reason}</source>
        <translation>公示期未满即宣布，组织方的理由：{reason}</translation>
    </message>
    <message>
        <source>That was without a notice; the organizer&apos;s reason: {reason}</source>
        <translation>没有公示即宣布，组织方的理由：{reason}</translation>
    </message>
    <message>
        <source>Sheets: %n. Each signature was checked, and that the card that signed was admitted.</source>
        <translation>%n 份评分表：逐份核验了签名，以及签名的评分卡在名单上。</translation>
    </message>
    <message>
        <source>Sheets listed: %n. They are sealed to auditors and were not read.</source>
        <translation>列有 %n 份评分表；内容只交审计人，这里没有读取。</translation>
    </message>
    <message>
        <source>sealed sheets listed: %n</source>
        <translation>列有 %n 份密封的评分表。</translation>
    </message>
    <message>
        <source>Box record {short}: {listed}</source>
        <translation>票箱记录 {short}：{listed}</translation>
    </message>
    <message>
        <source>Drop the archive here, too, to compare.</source>
        <translation>请把结果档案也拖到这里，以便对照。</translation>
    </message>
    <message>
        <source>It is the record in the archive: nothing was added or taken out after it was signed.</source>
        <translation>它就是档案里的那一份：签名之后没有增加或取走任何一份。</translation>
    </message>
    <message>
        <source>It is not the record in the archive. If it was handed to you before the opening, ask the organizer and a witness.</source>
        <translation>它不是档案里的那一份。如果它是开箱之前交给您的，请询问组织方和见证人。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>获奖单位</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>奖项</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发单位</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Too long to stand here in full: {fields}. The signature binds it by its digest; the certificate&apos;s PDF, or the archive beside it, has the whole.</source>
        <translation>{fields}太长，这里只有开头，全名由签名中的摘要锁定；证书 PDF 或一同打开的结果档案中有全名。</translation>
    </message>
    <message>
        <source>A draft: when it was made, the result was not final. It does not prove an award.</source>
        <translation>试印件：制作时结果尚未最终确定，不能证明获奖。</translation>
    </message>
    <message>
        <source>The page&apos;s own text can&apos;t be read: compare it by eye.</source>
        <translation>读不出页面文字，请用眼比对。</translation>
    </message>
    <message>
        <source>The page does not say what was signed ({fields}): it was changed.</source>
        <translation>页面与签名内容不符（{fields}）：页面被改动过。</translation>
    </message>
    <message>
        <source>The page&apos;s text has what was signed; compare the rest by eye.</source>
        <translation>页面文字与签名内容相符；其余请用眼比对。</translation>
    </message>
    <message>
        <source>Something was added to this PDF after it was made: the page may not be what it was. Ask the organizer for the original.</source>
        <translation>这份 PDF 制成之后又被追加了内容：页面可能已不是原来的样子。请向组织方索取原件。</translation>
    </message>
    <message>
        <source>Something was laid over a page later: a note or a form field.</source>
        <translation>页面上后来叠加了内容：批注或表单。</translation>
    </message>
    <message>
        <source>A page has no signed statement of its own.</source>
        <translation>有的页没有自己的签名内容。</translation>
    </message>
    <message>
        <source>The file as a whole is signed (PAdES) and unchanged since, with the certificate of {signer}. Whose that is has to be known from elsewhere. SHA-256: {fingerprint}</source>
        <translation>整份文件有电子签名（PAdES），签名后未改动，签名证书为 {signer}。证书属于谁，请另行确认。SHA-256：{fingerprint}</translation>
    </message>
    <message>
        <source>The signature over the whole file (PAdES) doesn&apos;t hold: the file was changed after it was signed, or the signature is damaged.</source>
        <translation>整份文件的电子签名（PAdES）不成立：签名之后文件被改动过，或签名已损坏。</translation>
    </message>
    <message>
        <source>The file as a whole is signed (PAdES), which was not checked here. Look at it in a PDF reader.</source>
        <translation>整份文件有电子签名（PAdES），这里没有核对。请用 PDF 阅读器查看。</translation>
    </message>
    <message>
        <source>The archive has it among the winners, signed by the same key.</source>
        <translation>档案的获奖名单里有它，由同一把密钥签名。</translation>
    </message>
    <message>
        <source>It names the result in this archive, and no other one.</source>
        <translation>它写明所依据的正是这份档案中的结果。</translation>
    </message>
    <message>
        <source>It is of another round than the archive.</source>
        <translation>它与档案不属于同一轮。</translation>
    </message>
    <message>
        <source>Another key signed it than the archive.</source>
        <translation>签名的密钥与档案不同。</translation>
    </message>
    <message>
        <source>Its case is not among the winners of the archive.</source>
        <translation>它的案例不在档案的获奖名单里。</translation>
    </message>
    <message>
        <source>The archive names another recipient.</source>
        <translation>档案所列的获奖单位不同。</translation>
    </message>
    <message>
        <source>The archive gives the case another title.</source>
        <translation>档案所列的案例名称不同。</translation>
    </message>
    <message>
        <source>The archive is of the proposed result; the certificate names the final one. Open that, too.</source>
        <translation>这份档案是公示时的拟定结果，而证书写明所依据的是最终结果。请把最终的档案也打开。</translation>
    </message>
    <message>
        <source>It names another result than the one in this archive.</source>
        <translation>它写明所依据的是另一份结果，不是这份档案中的这一份。</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>届次</translation>
    </message>
    <message>
        <source>the sheet of receipt {receipt}</source>
        <translation>一份评分表（回执 {receipt}）</translation>
    </message>
    <message>
        <source>an amendment</source>
        <translation>一份更正</translation>
    </message>
    <message>
        <source>the results (ranks, scores and winners)</source>
        <translation>结果（名次、得分与入选名单）</translation>
    </message>
    <message>
        <source>the terms (rule and cases)</source>
        <translation>条款（规则与案例）</translation>
    </message>
    <message>
        <source>the box record (what had come in)</source>
        <translation>票箱记录（收件清单）</translation>
    </message>
    <message>
        <source>the remarks</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>the list of contents</source>
        <translation>内容清单</translation>
    </message>
    <message>
        <source>the page for checking</source>
        <translation>附带的核验页</translation>
    </message>
    <message>
        <source>the sheets sealed to the auditors</source>
        <translation>封存给审计人的评分表</translation>
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
    <message>
        <source>{organisation} · carried out by {body}</source>
        <translation>{organisation} · 承办：{body}</translation>
    </message>
</context>
</TS>
