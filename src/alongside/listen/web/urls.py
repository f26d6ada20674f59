"""The addresses of the room listen."""

app_name = "listen"
urlpatterns: list[object] = []
