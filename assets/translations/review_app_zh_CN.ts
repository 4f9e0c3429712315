<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardField</name>
    <message>
        <source>Ballot card, 24 characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Your ballot card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the package: six groups of four characters. Upper or lower case makes no difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the card on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system&apos;s own store of secrets. Leave it off on a computer that others use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a card file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizer&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them with the cover letter before you open the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is typed correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste it, or drop the card file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a card file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card files (*.card *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>Withdrawn from the contest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Search cases  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search cases by title, place or organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has these words in its title, place or organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message>
        <source>{number}, {title}, {standing}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>My ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double click goes to the case. &apos;=&apos; marks a shared rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is scored yet. Your ranking appears here as you score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {wanted} decided. Still open:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unusual row among what is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every criterion {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total {value}, far above your mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total {value}, far below your mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentBox</name>
    <message>
        <source>Comment (optional, apart from scores)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: not saved until it is shorter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is very long. Shown so far: about {percent} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case packages and amendments (*.casepkg *.amend)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amendment belongs to a round that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case package with your card first, then drop the amendment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amendment is known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correction to &apos;{title}&apos;: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is withdrawn: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ballot card was revoked: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new closing date {date}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amendment {number} from the organizer. Your scores stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The comment was longer than the round allows; its last %n character(s) went to your notes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost: shorten the comment, or leave the rest in the notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is not remembered on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see these notes. They stay sealed on this computer and are never exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: the notes are not saved until they are shorter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>PDF pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page takes too long to draw. The other pages are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page can&apos;t be shown: it is damaged. The other pages are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF is locked with a password, so it can&apos;t be shown here. Please tell the organizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF can&apos;t be shown: the file is damaged, or it is no PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF could not be shown: opening it takes too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PDF could not be shown: the process that draws it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other documents are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}, the first {listed} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other documents are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment is not shown: only PNG and JPEG pictures are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment is not shown: its content is not the kind of picture that it claims to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is not shown: it has {width} × {height} pixels, more than {limit} million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is not shown: it takes too long to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown: it is damaged or not complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingModel</name>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: sealed on this computer, never exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message>
        <source>The sheet is signed and sealed (revision {revision})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds your row in the published result; keep it to yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare it with the organizer&apos;s list of what has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy receipt and code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt: {receipt}
Delivery code: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecusalReason</name>
    <message>
        <source>Reason of recusal, stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays on this computer and is never exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (stays on this computer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks the case for another look; never exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recuse myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case (Ctrl+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open case  Ctrl+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All decided: check  Ctrl+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organizer has withdrawn this case. It needs no decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recused: no score, not zero. Scores given before are kept in case you take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstained: no score, not zero. Scores given before are kept in case you take it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreScale</name>
    <message>
        <source>{criterion}: not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits score, 0 is ten, Backspace clears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{criterion}: {value} of {highest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>your scores and recusals, signed with the key of your ballot card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your comments, sealed in the same file and published apart from the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which round they belong to, and which revision this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your name, this computer&apos;s name, the time: the program writes none of them anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your notes, doubts and reasons of recusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your ballot card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet doesn&apos;t say whose it is, but whoever receives your mail sees who sent it. They can&apos;t open the sheet; only when the ballot box is opened does it become readable, among all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a small panel, or by its style, a comment can be recognized. Write it with that in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who has your card can sign in your place. Keep it until the result is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What no program can promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready to sign yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are still open. Score them, or recuse yourself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case is decided. The sheet is written as one sealed file, which you then send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet was made before (revision {last}). This one is revision {new} and replaces it: the highest revision that arrives in time counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export once more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported on another computer before?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then enter the last revision from there (the number after the stroke of the receipt), so that this sheet gets a higher one. Otherwise leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last revision exported on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {revision}: receipt {receipt}, delivery code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores</source>
        <comment>file name of a sheet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the score sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score sheet (*.scoresheet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Case review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the cases of a round, score them, and send back a sealed sheet. Nobody learns whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am an expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am an organizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the case package you were sent here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file ending in .casepkg; your ballot card is asked for next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case package…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here? The sample round is made for trying things out; nothing in it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizers work on the command line for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations, cards, packages, the ballot box, results and certificates are all there as commands; pages for them come later. This lists the commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete round on the sample campaign, from nominations to a verified result:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Read and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymous · offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program opens no network connection, and writes no name into what you export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} / {total} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Typesetter</name>
    <message>
        <source>This text is nested too deeply to be laid out. It is shown as it was written; nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long to be laid out. It is shown as it was written; nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The following table (%n column(s)) doesn&apos;t fit on the page. It is shown as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture “{caption}”: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: {name} is no attachment of this case that can be shown. Nothing was loaded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Terms digest {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare this code with the cover letter. If it differs, you were given another package than the others: don&apos;t score, and ask the organizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms of this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between criteria</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), in an order of your own. Score each on {criteria}, from {lowest} to {highest}. Every input is saved at once; you can stop at any time and go on later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample round: for trying things out, nothing in it counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>Open a case package or amendment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the remembered card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} of {all} scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <comment>one letter: recused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>one letter: abstained</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominated by experts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own nomination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I or someone close to me works there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I took part in this case or advised on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I work with the people behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a financial interest in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
