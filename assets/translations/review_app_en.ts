<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AffiliationField</name>
    <message numerus="yes">
        <source>Kept. It matches %n case(s); they will be pointed out.</source>
        <translation>
            <numerusform>Kept. It matches %n case; it will be pointed out.</numerusform>
            <numerusform>Kept. It matches %n cases; they will be pointed out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardEntry</name>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>%n character too many.</numerusform>
            <numerusform>%n characters too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message numerus="yes">
        <source>Found in %n case(s).</source>
        <translation>
            <numerusform>Found in %n case.</numerusform>
            <numerusform>Found in %n cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message numerus="yes">
        <source>{number}, {piece}, %n hit(s): {text}</source>
        <translation>
            <numerusform>{number}, {piece}, %n hit: {text}</numerusform>
            <numerusform>{number}, {piece}, %n hits: {text}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckNotes</name>
    <message numerus="yes">
        <source>%n not scored at all:</source>
        <translation>
            <numerusform>%n not scored at all:</numerusform>
            <numerusform>%n not scored at all:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message numerus="yes">
        <source>%n further figures are not listed here.</source>
        <translation>
            <numerusform>%n further figure is not listed here.</numerusform>
            <numerusform>%n further figures are not listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentBox</name>
    <message numerus="yes">
        <source>%n character(s) too many: not saved until it is shorter</source>
        <translation>
            <numerusform>%n character too many: not saved until it is shorter</numerusform>
            <numerusform>%n characters too many: not saved until it is shorter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedCases</name>
    <message numerus="yes">
        <source>Your work on %n case(s) was taken over from the other computer.</source>
        <translation>
            <numerusform>Your work on %n case was taken over from the other computer.</numerusform>
            <numerusform>Your work on %n cases was taken over from the other computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had been scored differently on this computer; Ctrl+Z brings that back.</source>
        <translation>
            <numerusform>%n of them had been scored differently on this computer; Ctrl+Z brings that back.</numerusform>
            <numerusform>%n of them had been scored differently on this computer; Ctrl+Z brings that back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are newer here and stay as they are.</source>
        <translation>
            <numerusform>%n case is newer here and stays as it is.</numerusform>
            <numerusform>%n cases are newer here and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedChanges</name>
    <message numerus="yes">
        <source>and %n more; &apos;About this round&apos; in the menu lists them all</source>
        <translation>
            <numerusform>and %n more; &apos;About this round&apos; in the menu lists them all</numerusform>
            <numerusform>and %n more; &apos;About this round&apos; in the menu lists them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedRecusals</name>
    <message numerus="yes">
        <source>Sheets are published without names. Whoever knows what you must recuse yourself from could find yours by its %n recusal(s).</source>
        <translation>
            <numerusform>Sheets are published without names. Whoever knows what you must recuse yourself from could find yours by its %n recusal.</numerusform>
            <numerusform>Sheets are published without names. Whoever knows what you must recuse yourself from could find yours by its %n recusals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message numerus="yes">
        <source>Your use of the scale: %n score(s), too few to tell</source>
        <translation>
            <numerusform>Your use of the scale: %n score, too few to tell</numerusform>
            <numerusform>Your use of the scale: %n scores, too few to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your use of the scale: %n score(s) on all criteria</source>
        <translation>
            <numerusform>Your use of the scale: %n score on all criteria</numerusform>
            <numerusform>Your use of the scale: %n scores on all criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{criterion}: %n score(s) so far, too few to tell</source>
        <translation>
            <numerusform>{criterion}: %n score so far, too few to tell</numerusform>
            <numerusform>{criterion}: %n scores so far, too few to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{criterion}, your use of the scale: %n score(s)</source>
        <translation>
            <numerusform>{criterion}, your use of the scale: %n score</numerusform>
            <numerusform>{criterion}, your use of the scale: %n scores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{score}: %n time(s)</source>
        <translation>
            <numerusform>{score}: %n time</numerusform>
            <numerusform>{score}: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterFoot</name>
    <message numerus="yes">
        <source>%n case(s) of this kind.</source>
        <translation>
            <numerusform>%n case of this kind.</numerusform>
            <numerusform>%n cases of this kind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message numerus="yes">
        <source>%n earlier change(s) not listed</source>
        <translation>
            <numerusform>%n earlier change not listed</numerusform>
            <numerusform>%n earlier changes not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingTexts</name>
    <message numerus="yes">
        <source>%n attachment(s) have no text to search: scans and pictures.</source>
        <translation>
            <numerusform>%n attachment have no text to search: scans and pictures.</numerusform>
            <numerusform>%n attachments have no text to search: scans and pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are damaged and could not be searched.</source>
        <translation>
            <numerusform>%n text are damaged and could not be searched.</numerusform>
            <numerusform>%n texts are damaged and could not be searched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message numerus="yes">
        <source>%n character(s) too many: the notes are not saved until they are shorter</source>
        <translation>
            <numerusform>%n character too many: the notes are not saved until they are shorter</numerusform>
            <numerusform>%n characters too many: the notes are not saved until they are shorter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceTabs</name>
    <message numerus="yes">
        <source>%n more attachment(s)</source>
        <translation>
            <numerusform>%n more attachment</numerusform>
            <numerusform>%n more attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n not scored yet: {names}. All is saved; leave whenever you like.</source>
        <translation>
            <numerusform>%n not scored yet: {names}. All is saved; leave whenever you like.</numerusform>
            <numerusform>%n not scored yet: {names}. All is saved; leave whenever you like.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundNotes</name>
    <message numerus="yes">
        <source>The comment was longer than the round allows; its last %n character(s) went to your notes.</source>
        <translation>
            <numerusform>The comment was longer than the round allows; its last %n character went to your notes.</numerusform>
            <numerusform>The comment was longer than the round allows; its last %n characters went to your notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message numerus="yes">
        <source>%n case(s) are still open. Score them, or recuse yourself.</source>
        <translation>
            <numerusform>%n case is still open. Score it, or recuse yourself.</numerusform>
            <numerusform>%n cases are still open. Score them, or recuse yourself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s) came after this sheet. No new export is needed for that; export again only if you change something because of it.</source>
        <translation>
            <numerusform>%n amendment came after this sheet. No new export is needed for that; export again only if you change something because of it.</numerusform>
            <numerusform>%n amendments came after this sheet. No new export is needed for that; export again only if you change something because of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%n case(s), in an order of your own. Score each on {criteria}, from {lowest} to {highest}. Every input is saved at once; you can stop at any time and go on later.</source>
        <translation>
            <numerusform>%n case. Score it on {criteria}, from {lowest} to {highest}. Every input is saved at once; you can stop at any time and go on later.</numerusform>
            <numerusform>%n cases, in an order of your own. Score each on {criteria}, from {lowest} to {highest}. Every input is saved at once; you can stop at any time and go on later.</numerusform>
        </translation>
    </message>
</context>
</TS>
