"""The sample campaign held at the window, with a keyboard and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

from tests.ui.desktop.hands import Hands
from tests.ui.desktop.screen import Program, wait_for
from tests.ui.desktop.screen_reader import FOCUSED
from tests.ui.organizer.same_campaign import EXPERTS, PRESENT, RESERVE


class Pages:
    """The organizer at the window.  Every act is one that the pages offer; nothing is asked of the program itself."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.screen = hands, hands.screen

    def begin(self) -> None:
        """From the first page to the sample campaign, with no nomination in it yet."""
        self.screen.window("^Case review$")
        self.hands.press("I am an organizer", back=True)
        self.hands.press("Try the sample campaign")
        self.screen.window("Overview - Case review")

    def save_forms(self, word: Path, workbook: Path) -> None:
        """The forms to send out."""
        self.hands.station("Nominations")
        for name, file in (("Form (Word)…", word), ("Form (Excel)…", workbook)):
            self.hands.press(name, back=True)
            self.hands.answer("Save", file)
            self.hands.read(f"{file.name} is written.")

    def take_in(self, sources: list[Path], count: int) -> None:
        """A folder of nominations, or files; looked at, then taken in."""
        hands = self.hands
        hands.press("Take in…")
        if sources[0].is_dir():
            hands.press("Choose a folder…")
            hands.answer("A folder of nominations", *sources)
        else:
            hands.press("Choose files…")
            hands.answer("Open files", *sources)
        hands.press(f"Take in {count}")
        hands.read("came in complete.")

    def accept(self) -> None:
        """All that is complete is accepted."""
        self.hands.press("Accept all ", back=True, starts=True)
        self.hands.read("nominations accepted.")

    def send_back(self, title: str, reason: str) -> None:
        """One goes back to its sender."""
        hands = self.hands
        hands.to("Nominations", {"table"})
        self.screen.keys("Home", "Return")
        self._down_to(title)
        hands.press("Return…")
        hands.fill("Reason of the return", reason)
        hands.press("Return it")

    def open_round(self, number: int, title: str) -> None:
        """The next round of the panel, by its title."""
        hands = self.hands
        hands.press(f"Open round {number}", back=True)
        wait_for(lambda: hands.see("Title of the round").has(FOCUSED), "the title has no focus")
        self.screen.type(title)
        self.screen.keys("Return")

    def name_panel(self, file: Path, count: int) -> None:
        """Who sits at the table, from a list."""
        self.hands.press("Read members from CSV…")
        self.hands.answer("Open files", file)
        self.hands.read(f"{count} members added to the panel.")

    def read_votes(self, file: Path) -> None:
        """The votes of a round, from a table."""
        self.hands.press("Votes", back=True)
        self.hands.press("Read votes from CSV…")
        self.hands.answer("Open files", file)
        self.hands.read("votes taken in")

    def take_suggestions(self, reason: str) -> None:
        """What the votes amount to is taken as it is, with one reason."""
        self.hands.press("Decisions", back=True)
        self.hands.press("Take the suggestions…")
        self.hands.read("cases are undecided and have votes.")
        self.screen.type(reason)
        self.screen.keys("Return")

    def drop(self, titles: list[str], reason: str) -> None:
        """Decides case by case: to the case with the arrow, 3, the reason."""
        self.hands.to("Cases and decisions")
        self.screen.keys("ctrl+Home")
        for title in titles:
            self._down_to(title)
            self.screen.keys("3")
            wait_for(lambda: self.hands.see("Reason").has(FOCUSED), "the reason has no focus")
            self.screen.type(reason)
            self.screen.keys("Return")
            wait_for(lambda: self.hands.see("Cases and decisions").has(FOCUSED), "the table has no focus")

    def _down_to(self, title: str) -> None:
        """Goes down the list until the case beside or below it is this one."""
        for _ in range(60):
            if self.hands.look(title, {"label"}) is not None:
                return
            self.screen.keys("Down", delay=0)
            time.sleep(0.1)
        raise AssertionError(f"no arrow leads to {title}")

    def vote_all(self, members: int) -> None:
        """Everybody recommends the first case in the grid."""
        self.hands.to("Votes: cases and members")
        self.screen.keys("ctrl+Home", *["1"] * members)

    def close_round(self, number: int) -> None:
        """Closes the round after the question."""
        self.hands.press(f"Close round {number}", back=True)
        self.hands.press("Close the round")
        self.hands.read("(closed)")

    def freeze(self, seed: str, count: int) -> None:
        """The scoring round, set up as it is proposed; then the list of candidates, by lot."""
        hands = self.hands
        hands.press("Candidates", back=True)
        hands.press("Set up the scoring round")
        self.screen.window("Experts and cards - Case review")
        hands.press("Set the round up…", back=True)
        hands.press("Set the round up")
        hands.press("Freeze the list of candidates first")
        self.screen.window("Shortlist - Case review")
        hands.fill("Result of the draw", seed)
        hands.press("Freeze the list", back=True)
        hands.read(f"The list of {count} candidates is frozen.")

    def draw_cards(self, folder: Path) -> None:
        """The cards, into an empty folder."""
        hands = self.hands
        hands.station("Experts and cards")
        hands.fill("Cards for experts", str(EXPERTS))
        hands.fill("Cards in reserve", str(RESERVE))
        hands.press("Draw the cards…", back=True)
        hands.answer("Choose an empty folder for the cards", folder)
        hands.read(f"{EXPERTS + RESERVE} cards are drawn.")
        hands.read("The cards are drawn. Build the package next.")

    def build(self, package: Path) -> None:
        """The package, after the question."""
        hands = self.hands
        hands.station("Case package")
        hands.press("Build the package…", back=True)
        hands.press("Build")
        hands.answer("Save", package)
        hands.read(f"The package is built: {package.name}")

    def withdraw(self, stub: str) -> None:
        """A lost card, by the name on its stub."""
        hands = self.hands
        hands.station("Experts and cards")
        hands.press("On to the round", back=True)
        hands.fill("Name on the stub of the lost card", stub)
        hands.press("Withdraw the card…")
        hands.press("Withdraw")
        hands.read("The card is withdrawn.")

    def open_box(self, sheets: Path, count: int, record: Path) -> None:
        """Sheets in, intake closed, the record handed out, the box opened before witnesses."""
        hands = self.hands
        hands.station("Ballot box")
        hands.press("Take a folder in…")
        hands.answer("A folder with sheets", sheets)
        hands.read(f"{count} sheets taken in.")
        hands.press("Close intake…", back=True)
        wait_for(
            lambda: hands.see("Lost cards that nobody could name", {"text"}).has(FOCUSED),
            "no focus on the lost",
        )
        self.screen.keys("Return")
        hands.press("Close intake")
        hands.press("Save the record…")
        hands.answer("Save", record)
        hands.to("Who is present, one name a line")
        for name in PRESENT:
            self.screen.type(name)
            self.screen.keys("Return")
        hands.press("Open the box…", back=True)
        hands.read("The box record was saved on")
        hands.press("Open the box")
        hands.read("The box is open:")

    def quit(self, program: Program) -> None:
        """Leaves the program."""
        self.screen.keys("ctrl+q")
        assert program.ended() == 0
        assert "Traceback" not in program.complaints, program.complaints
