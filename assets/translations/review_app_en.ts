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
    <name>ArchivePage</name>
    <message numerus="yes">
        <source>Keys of the %n auditor(s):</source>
        <translation>
            <numerusform>Keys of the %n auditor:</numerusform>
            <numerusform>Keys of the %n auditors:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive is written, with %n sheet(s) stated.</source>
        <translation>
            <numerusform>The archive is written, with %n sheet stated.</numerusform>
            <numerusform>The archive is written, with %n sheets stated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskingPanel</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) read.</source>
        <translation>
            <numerusform>%n form read.</numerusform>
            <numerusform>%n forms read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BigTally</name>
    <message numerus="yes">
        <source>%n to vote</source>
        <translation>
            <numerusform>%n to vote</numerusform>
            <numerusform>%n to vote</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxPage</name>
    <message numerus="yes">
        <source>Opened: %n sheet(s) accepted</source>
        <translation>
            <numerusform>Opened: %n sheet accepted</numerusform>
            <numerusform>Opened: %n sheets accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) taken in as late.</source>
        <translation>
            <numerusform>%n sheet taken in as late.</numerusform>
            <numerusform>%n sheets taken in as late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close intake with %n sheet(s) in the box?</source>
        <translation>
            <numerusform>Close intake with %n sheet in the box?</numerusform>
            <numerusform>Close intake with %n sheets in the box?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can&apos;t be taken back, unless fewer than %n sheet(s) are accepted: then nothing opened is kept.</source>
        <translation>
            <numerusform>It can&apos;t be taken back, unless fewer than %n sheet are accepted: then nothing opened is kept.</numerusform>
            <numerusform>It can&apos;t be taken back, unless fewer than %n sheets are accepted: then nothing opened is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open the box with %n sheet(s) in it?</source>
        <translation>
            <numerusform>Open the box with %n sheet in it?</numerusform>
            <numerusform>Open the box with %n sheets in it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The box is open: %n sheet(s) accepted.</source>
        <translation>
            <numerusform>The box is open: %n sheet accepted.</numerusform>
            <numerusform>The box is open: %n sheets accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidatesView</name>
    <message numerus="yes">
        <source>%n case(s) are on hold: keep or drop them, then the list can be frozen.</source>
        <translation>
            <numerusform>%n case are on hold: keep or drop them, then the list can be frozen.</numerusform>
            <numerusform>%n cases are on hold: keep or drop them, then the list can be frozen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will be on the list.</source>
        <translation>
            <numerusform>%n case will be on the list.</numerusform>
            <numerusform>%n cases will be on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n candidate(s) is frozen.</source>
        <translation>
            <numerusform>The list of %n candidate is frozen.</numerusform>
            <numerusform>The list of %n candidates is frozen.</numerusform>
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
    <name>CardsPart</name>
    <message numerus="yes">
        <source>%n member(s) are on the panel. Reserve cards look like all others.</source>
        <translation>
            <numerusform>%n member are on the panel. Reserve cards look like all others.</numerusform>
            <numerusform>%n members are on the panel. Reserve cards look like all others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are on the roster. Reserve cards look like all others.</source>
        <translation>
            <numerusform>%n person is on the roster. Reserve cards look like all others.</numerusform>
            <numerusform>%n people are on the roster. Reserve cards look like all others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) are drawn.</source>
        <translation>
            <numerusform>%n card are drawn.</numerusform>
            <numerusform>%n cards are drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message numerus="yes">
        <source>Backed up: %n file(s) in {name}, {size}.</source>
        <translation>
            <numerusform>Backed up: %n file in {name}, {size}.</numerusform>
            <numerusform>Backed up: %n files in {name}, {size}.</numerusform>
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
    <name>CeremonyView</name>
    <message numerus="yes">
        <source>Sheets dropped here now are kept sealed as late: %n so far.</source>
        <translation>
            <numerusform>Sheets dropped here now are kept sealed as late: %n so far.</numerusform>
            <numerusform>Sheets dropped here now are kept sealed as late: %n so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) without an English name of recipient or case: the Chinese one is printed. Choose one in the list to type its names at the right.</source>
        <translation>
            <numerusform>%n certificate without an English name of recipient or case: the Chinese one is printed. Choose one in the list to type its names at the right.</numerusform>
            <numerusform>%n certificates without an English name of recipient or case: the Chinese one is printed. Choose one in the list to type its names at the right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) without an English name of recipient or case: the English part then has no salutation, or the Chinese title. Choose one in the list to type its names at the right.</source>
        <translation>
            <numerusform>%n certificate without an English name of recipient or case: the English part then has no salutation, or the Chinese title. Choose one in the list to type its names at the right.</numerusform>
            <numerusform>%n certificates without an English name of recipient or case: the English part then has no salutation, or the Chinese title. Choose one in the list to type its names at the right.</numerusform>
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
    <name>Checks</name>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n figure without a source.</numerusform>
            <numerusform>%n figures without a source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to settle before it can be accepted.</source>
        <translation>
            <numerusform>%n point to settle before it can be accepted.</numerusform>
            <numerusform>%n points to settle before it can be accepted.</numerusform>
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
    <name>ClosingPanel</name>
    <message numerus="yes">
        <source>At least %n card(s) sent no sheet. Withdraw now those whose envelopes lie before you: after closing it can&apos;t be done. Closing goes without it, too.</source>
        <translation>
            <numerusform>At least %n card sent no sheet. Withdraw now those whose envelopes lie before you: after closing it can&apos;t be done. Closing goes without it, too.</numerusform>
            <numerusform>At least %n cards sent no sheet. Withdraw now those whose envelopes lie before you: after closing it can&apos;t be done. Closing goes without it, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message numerus="yes">
        <source>The case text has %n letters or Chinese characters; at least {least} are needed.</source>
        <translation>
            <numerusform>The case text has %n letters or Chinese characters; at least {least} are needed.</numerusform>
            <numerusform>The case text has %n letters or Chinese characters; at least {least} are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommendingView</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
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
    <name>CountsPanel</name>
    <message numerus="yes">
        <source>%n card(s) drawn earlier were replaced by these. They are in no package and are not counted here, not as withdrawn either; the log tells of them.</source>
        <translation>
            <numerusform>%n card drawn earlier were replaced by these. They are in no package and are not counted here, not as withdrawn either; the log tells of them.</numerusform>
            <numerusform>%n cards drawn earlier were replaced by these. They are in no package and are not counted here, not as withdrawn either; the log tells of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n on hold</numerusform>
            <numerusform>%n on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free</source>
        <translation>
            <numerusform>%n seat free</numerusform>
            <numerusform>%n seats free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over the quota</source>
        <translation>
            <numerusform>%n over the quota</numerusform>
            <numerusform>%n over the quota</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsView</name>
    <message numerus="yes">
        <source>%n case(s) marked</source>
        <translation>
            <numerusform>%n case marked</numerusform>
            <numerusform>%n cases marked</numerusform>
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
    <name>ExpertsPage</name>
    <message numerus="yes">
        <source>%n on the roster</source>
        <translation>
            <numerusform>%n on the roster</numerusform>
            <numerusform>%n on the roster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) issued</source>
        <translation>
            <numerusform>%n card issued</numerusform>
            <numerusform>%n cards issued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n figure without a source.</numerusform>
            <numerusform>%n figures without a source.</numerusform>
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
    <name>FinishPanel</name>
    <message numerus="yes">
        <source>%n objection(s) still wait for an answer.</source>
        <translation>
            <numerusform>%n objection still wait for an answer.</numerusform>
            <numerusform>%n objections still wait for an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
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
    <name>IntakeView</name>
    <message numerus="yes">
        <source>%n sheet(s) taken in.</source>
        <translation>
            <numerusform>%n sheet taken in.</numerusform>
            <numerusform>%n sheets taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already: they count once.</source>
        <translation>
            <numerusform>%n known already: it counts once.</numerusform>
            <numerusform>%n known already: they count once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersView</name>
    <message numerus="yes">
        <source>{file} is written, for %n people.</source>
        <translation>
            <numerusform>{file} is written, for %n person.</numerusform>
            <numerusform>{file} is written, for %n people.</numerusform>
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
    <name>NominationsPage</name>
    <message numerus="yes">
        <source>Accept all %n complete</source>
        <translation>
            <numerusform>Accept all %n complete</numerusform>
            <numerusform>Accept all %n complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handed in</source>
        <translation>
            <numerusform>%n handed in</numerusform>
            <numerusform>%n handed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source</source>
        <translation>
            <numerusform>%n figure without a source</numerusform>
            <numerusform>%n figures without a source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nomination(s) accepted.</source>
        <translation>
            <numerusform>%n nomination accepted.</numerusform>
            <numerusform>%n nominations accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted in all</source>
        <translation>
            <numerusform>%n accepted in all</numerusform>
            <numerusform>%n accepted in all</numerusform>
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
    <name>Outgoing</name>
    <message numerus="yes">
        <source>Replace %n file(s) in this folder?</source>
        <translation>
            <numerusform>Replace %n file in this folder?</numerusform>
            <numerusform>Replace %n files in this folder?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written.</source>
        <translation>
            <numerusform>%n certificate written.</numerusform>
            <numerusform>%n certificates written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n act(s) in the log; its head: {head}</source>
        <translation>
            <numerusform>%n act in the log; its head: {head}</numerusform>
            <numerusform>%n acts in the log; its head: {head}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s)</source>
        <translation>
            <numerusform>%n amendment</numerusform>
            <numerusform>%n amendments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) go out without a source.</source>
        <translation>
            <numerusform>%n figure go out without a source.</numerusform>
            <numerusform>%n figures go out without a source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Build the package with %n candidate(s)?</source>
        <translation>
            <numerusform>Build the package with %n candidate?</numerusform>
            <numerusform>Build the package with %n candidates?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) lie beside the package.</source>
        <translation>
            <numerusform>%n part lie beside the package.</numerusform>
            <numerusform>%n parts lie beside the package.</numerusform>
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
    <name>RefusedList</name>
    <message numerus="yes">
        <source>%n file(s) not taken in</source>
        <translation>
            <numerusform>%n file not taken in</numerusform>
            <numerusform>%n files not taken in</numerusform>
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
    <name>RepairPreview</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n valid sheet(s)</source>
        <translation>
            <numerusform>%n valid sheet</numerusform>
            <numerusform>%n valid sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not returned</source>
        <translation>
            <numerusform>%n not returned</numerusform>
            <numerusform>%n not returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not counted</source>
        <translation>
            <numerusform>%n not counted</numerusform>
            <numerusform>%n not counted</numerusform>
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
    <name>RoundView</name>
    <message numerus="yes">
        <source>The sums of %n sheet(s) were taken over.</source>
        <translation>
            <numerusform>The sums of %n sheet were taken over.</numerusform>
            <numerusform>The sums of %n sheets were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added to the panel.</source>
        <translation>
            <numerusform>%n member added to the panel.</numerusform>
            <numerusform>%n members added to the panel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s): the same person or institution on the roster, the panel or in a case</source>
        <translation>
            <numerusform>%n overlap: the same person or institution on the roster, the panel or in a case</numerusform>
            <numerusform>%n overlaps: the same person or institution on the roster, the panel or in a case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message numerus="yes">
        <source>Only %n case(s) can become candidates now, and the first {winners} ranks win.</source>
        <translation>
            <numerusform>Only %n case can become candidates now, and the first {winners} ranks win.</numerusform>
            <numerusform>Only %n cases can become candidates now, and the first {winners} ranks win.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareBars</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message numerus="yes">
        <source>%n case(s) scored</source>
        <translation>
            <numerusform>%n case scored</numerusform>
            <numerusform>%n cases scored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without scores</source>
        <translation>
            <numerusform>%n without scores</numerusform>
            <numerusform>%n without scores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortlistPage</name>
    <message numerus="yes">
        <source>%n case(s) are undecided and stand as before.</source>
        <translation>
            <numerusform>%n case are undecided and stand as before.</numerusform>
            <numerusform>%n cases are undecided and stand as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opens for %n card(s)</source>
        <translation>
            <numerusform>opens for %n card</numerusform>
            <numerusform>opens for %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a source.</source>
        <translation>
            <numerusform>%n figure without a source.</numerusform>
            <numerusform>%n figures without a source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The winners hang on %n sheet(s).</source>
        <translation>
            <numerusform>The winners hang on %n sheet.</numerusform>
            <numerusform>The winners hang on %n sheets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As many sheets as came are drawn from them at random, some twice, some not at all, and counted: %n time(s). &quot;95 % ranks&quot; and &quot;Among winners&quot; say what came of it.</source>
        <translation>
            <numerusform>As many sheets as came are drawn from them at random, some twice, some not at all, and counted: %n time. &quot;95 % ranks&quot; and &quot;Among winners&quot; say what came of it.</numerusform>
            <numerusform>As many sheets as came are drawn from them at random, some twice, some not at all, and counted: %n times. &quot;95 % ranks&quot; and &quot;Among winners&quot; say what came of it.</numerusform>
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
    <name>SimilarCases</name>
    <message numerus="yes">
        <source>%n case(s) of earlier editions to compare with.</source>
        <translation>
            <numerusform>%n case of earlier editions to compare with.</numerusform>
            <numerusform>%n cases of earlier editions to compare with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n similar one(s), the nearest first.</source>
        <translation>
            <numerusform>%n similar one, the nearest first.</numerusform>
            <numerusform>%n similar ones, the nearest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n common part(s)</source>
        <translation>
            <numerusform>%n common part</numerusform>
            <numerusform>%n common parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SureView</name>
    <message numerus="yes">
        <source>Counted %n time(s), each time without one sheet.</source>
        <translation>
            <numerusform>Counted %n time, each time without one sheet.</numerusform>
            <numerusform>Counted %n times, each time without one sheet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The winners change with %n of them.</source>
        <translation>
            <numerusform>The winners change with %n of them.</numerusform>
            <numerusform>The winners change with %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message numerus="yes">
        <source>%n can&apos;t be taken or are here already; choose a line to see why.</source>
        <translation>
            <numerusform>%n can&apos;t be taken or is here already; choose a line to see why.</numerusform>
            <numerusform>%n can&apos;t be taken or are here already; choose a line to see why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n</source>
        <translation>
            <numerusform>Take in %n</numerusform>
            <numerusform>Take in %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n file(s), names read as {encoding}</source>
        <translation>
            <numerusform>{file}: %n file, names read as {encoding}</numerusform>
            <numerusform>{file}: %n files, names read as {encoding}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nomination(s) came in complete.</source>
        <translation>
            <numerusform>%n nomination came in complete.</numerusform>
            <numerusform>%n nominations came in complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your attention.</source>
        <translation>
            <numerusform>%n need your attention.</numerusform>
            <numerusform>%n needs your attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What could be read is in the list now. %n could not be:</source>
        <translation>
            <numerusform>What could be read is in the list now. %n could not be:</numerusform>
            <numerusform>What could be read is in the list now. %n could not be:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message numerus="yes">
        <source>and %n more, each with its signature checked</source>
        <translation>
            <numerusform>and %n more, each with its signature checked</numerusform>
            <numerusform>and %n more, each with its signature checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesView</name>
    <message numerus="yes">
        <source>%n vote(s) taken in</source>
        <translation>
            <numerusform>%n vote taken in</numerusform>
            <numerusform>%n votes taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message numerus="yes">
        <source>%n sheet(s) were accepted: too few for a result.</source>
        <translation>
            <numerusform>%n sheet were accepted: too few for a result.</numerusform>
            <numerusform>%n sheets were accepted: too few for a result.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n are needed, so that no single voice can be read out of a result. Only the counts are shown; nothing of what was opened was kept.</source>
        <translation>
            <numerusform>At least %n are needed, so that no single voice can be read out of a result. Only the counts are shown; nothing of what was opened was kept.</numerusform>
            <numerusform>At least %n are needed, so that no single voice can be read out of a result. Only the counts are shown; nothing of what was opened was kept.</numerusform>
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
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n criteria, each scored from {lowest} to {highest}.</source>
        <translation>
            <numerusform>One criterion, scored from {lowest} to {highest}.</numerusform>
            <numerusform>%n criteria, each scored from {lowest} to {highest}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of a case&apos;s totals the %n highest and the %n lowest are left out; the rest is averaged.</source>
        <translation>
            <numerusform>Of a case&apos;s totals the highest and the lowest are left out; the rest is averaged.</numerusform>
            <numerusform>Of a case&apos;s totals the %n highest and the %n lowest are left out; the rest is averaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n rank(s) win.</source>
        <translation>
            <numerusform>The first %n rank win.</numerusform>
            <numerusform>The first %n ranks win.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A case scored on fewer than %n sheet(s) gets no rank.</source>
        <translation>
            <numerusform>A case scored on fewer than %n sheet gets no rank.</numerusform>
            <numerusform>A case scored on fewer than %n sheets gets no rank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The anonymous sheets and the comments are sealed to %n auditor(s); nobody else can count again.</source>
        <translation>
            <numerusform>The anonymous sheets and the comments are sealed to %n auditor; nobody else can count again.</numerusform>
            <numerusform>The anonymous sheets and the comments are sealed to %n auditors; nobody else can count again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With fewer than %n accepted sheets the box shows counts only, and closes again.</source>
        <translation>
            <numerusform>Without an accepted sheet the box shows counts only, and closes again.</numerusform>
            <numerusform>With fewer than %n accepted sheets the box shows counts only, and closes again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The anonymous sheets, the comments and the statistics: they are sealed to %n auditor(s).</source>
        <translation>
            <numerusform>The anonymous sheets, the comments and the statistics: they are sealed to %n auditor.</numerusform>
            <numerusform>The anonymous sheets, the comments and the statistics: they are sealed to %n auditors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same winners, with %n change(s) of rank</source>
        <translation>
            <numerusform>The same winners, with %n change of rank</numerusform>
            <numerusform>The same winners, with %n changes of rank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n more point(s) over all its sheets, {first} would have drawn level.</source>
        <translation>
            <numerusform>With %n more point over all its sheets, {first} would have drawn level.</numerusform>
            <numerusform>With %n more points over all its sheets, {first} would have drawn level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scored on %n sheet(s)</source>
        <translation>
            <numerusform>Scored on %n sheet</numerusform>
            <numerusform>Scored on %n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W and ICC rest on the %n sheet(s) that scored every case, of {all}; α rests on all of them.</source>
        <translation>
            <numerusform>W and ICC rest on the %n sheet that scored every case, of {all}; α rests on all of them.</numerusform>
            <numerusform>W and ICC rest on the %n sheets that scored every case, of {all}; α rests on all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means of all %n sheet(s), those included that the score leaves out: they needn&apos;t add up to it.</source>
        <translation>
            <numerusform>Means of all %n sheet, those included that the score leaves out: they needn&apos;t add up to it.</numerusform>
            <numerusform>Means of all %n sheets, those included that the score leaves out: they needn&apos;t add up to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means of all %n sheet(s); the score is counted otherwise, so they needn&apos;t add up to it.</source>
        <translation>
            <numerusform>Means of all %n sheet; the score is counted otherwise, so they needn&apos;t add up to it.</numerusform>
            <numerusform>Means of all %n sheets; the score is counted otherwise, so they needn&apos;t add up to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), the first and the last included</source>
        <translation>
            <numerusform>%n day, the first and the last included</numerusform>
            <numerusform>%n days, the first and the last included</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The box opens with %n accepted sheet(s), but a case needs {needed} for a rank: with fewer than {needed} there would be a result without a single rank.</source>
        <translation>
            <numerusform>The box opens with %n accepted sheet, but a case needs {needed} for a rank: with fewer than {needed} there would be a result without a single rank.</numerusform>
            <numerusform>The box opens with %n accepted sheets, but a case needs {needed} for a rank: with fewer than {needed} there would be a result without a single rank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scored by all {sheets} on the roster, a case keeps %n total(s) once the highest and lowest are left out: too few for a mean to say much. Leave out fewer, ask more experts, or take the median.</source>
        <translation>
            <numerusform>Scored by all {sheets} on the roster, a case keeps %n total once the highest and lowest are left out: too few for a mean to say much. Leave out fewer, ask more experts, or take the median.</numerusform>
            <numerusform>Scored by all {sheets} on the roster, a case keeps %n totals once the highest and lowest are left out: too few for a mean to say much. Leave out fewer, ask more experts, or take the median.</numerusform>
        </translation>
    </message>
</context>
</TS>
